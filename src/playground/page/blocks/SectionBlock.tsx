import type { SectionBlock as Section } from '@slack/types';
import { useId } from 'react';
import { BlockElement } from '../elements/BlockElement';
import { ImageElement } from '../elements/ImageElement';
import { AnyText } from './AnyText';

export function SectionBlock({ block }: { block: Section }) {
  const textId = useId();
  const { text, fields, accessory } = block;
  return (
    <div className="section-block">
      <div className="section-text" id={textId}>
        {text && <AnyText text={text} />}
        {fields && (
          <div className="section-fields">
            {fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no name of their own
              <div key={index}>
                <AnyText text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div className="section-accessory">
          {accessory.type === 'image' ? (
            <ImageElement element={accessory} />
          ) : (
            <BlockElement blockId={block.block_id} element={accessory} describedBy={textId} />
          )}
        </div>
      )}
    </div>
  );
}
