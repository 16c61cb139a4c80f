import type { KnownBlock } from '../workspace-state';
import { ActionsBlock } from './ActionsBlock';
import { AlertBlock } from './AlertBlock';
import { ContextBlock } from './ContextBlock';
import { DrawnBlock } from './DrawnBlock';
import { InputBlock } from './InputBlock';
import { literalTable } from './literal-table';
import { PlainText } from './PlainText';
import { SectionBlock } from './SectionBlock';

/** Our components draw blocks with interactive elements or user text; the library draws the rest. */
export function Block({ block }: { block: KnownBlock }) {
  switch (block.type) {
    case 'section':
      return <SectionBlock block={block} />;
    case 'actions':
      return <ActionsBlock block={block} />;
    case 'input':
      return <InputBlock block={block} />;
    case 'context':
      return <ContextBlock block={block} />;
    case 'alert':
      return <AlertBlock block={block} />;
    case 'header':
      return (
        <h3 className="header-block">
          <PlainText text={block.text.text} />
        </h3>
      );
    case 'divider':
      return <hr className="divider-block" />;
    case 'table':
      return <DrawnBlock block={literalTable(block)} />;
    default:
      return <DrawnBlock block={block} />;
  }
}
