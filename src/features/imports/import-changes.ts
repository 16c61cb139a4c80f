import { defineChange } from '../../database/changes';

export const sheetImported = defineChange('sheet.imported');

/**
 * A file changed courses, products, customers or coordinators. Leaves no row in the ledger, because each of them has
 * its own.
 */
export const catalogueImported = defineChange('catalogue.imported');
