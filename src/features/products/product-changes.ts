import { defineChange } from '../../database/changes';

/** `inBulk`: part of an import file. */
interface ProductFacts {
  inBulk: boolean;
}

export const productCreated = defineChange<ProductFacts>('product.created');
export const productUpdated = defineChange<ProductFacts>('product.updated');
export const productArchived = defineChange<ProductFacts>('product.archived');
export const productRestored = defineChange<ProductFacts>('product.restored');
