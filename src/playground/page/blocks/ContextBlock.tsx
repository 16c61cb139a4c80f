import type { ContextBlock as Context } from '@slack/types';
import { AnyText } from './AnyText';

export function ContextBlock({ block }: { block: Context }) {
  return (
    <div className="context-block">
      {block.elements.map((element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a context have no name of their own
        <div key={index}>
          {element.type === 'image' ? (
            <img src={'image_url' in element ? element.image_url : ''} alt={element.alt_text} />
          ) : (
            <AnyText text={element} />
          )}
        </div>
      ))}
    </div>
  );
}
