import type { ActionsBlock as Actions } from '@slack/types';
import { BlockElement } from '../elements/BlockElement';

export function ActionsBlock({ block }: { block: Actions }) {
  return (
    <div className="actions-block">
      {block.elements.map((element, index) => (
        <BlockElement key={actionIdOf(element) ?? index} blockId={block.block_id} element={element} />
      ))}
    </div>
  );
}

function actionIdOf(element: Actions['elements'][number]): string | undefined {
  return 'action_id' in element ? element.action_id : undefined;
}
