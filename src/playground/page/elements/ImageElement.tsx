import type { ImageElement as Image } from '@slack/types';

export function ImageElement({ element }: { element: Image }) {
  return <img className="image-element" src={'image_url' in element ? element.image_url : ''} alt={element.alt_text} />;
}
