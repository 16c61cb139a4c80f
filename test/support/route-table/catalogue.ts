import { ofShownCourse } from '../../../src/features/courses/shown-course';
import { EVERYBODY, page, type References, type Table } from './route';

// Products, courses, and their files, also of customers and coordinators.

const product = ({ product }: References) => product;
const ofImport = ({ import: key }: References) => ({ import: key });
const course = () => ofShownCourse({ id: 1, shortname: 'EXCEL-1', open: true });
const hiddenCourse = () => ofShownCourse({ id: 1, shortname: 'EXCEL-1', open: false });
const pages: Table = { next_page: page({ act: 'generate' }), previous_page: page({ act: 'generate' }) };

export const COMMANDS: Table = {
  products: { act: 'generate' },
  courses: { act: 'generate' },
  import: { act: 'customers' },
  export: { act: 'generate' },
};

export const ACTIONS: Table = {
  open_products: { act: 'generate' },
  open_product: { act: 'generate', value: product, modal: 'products' },
  check_product: { act: 'generate', value: product, modal: 'product_card' },
  archive_product: { act: 'products', value: product, modal: 'product_card' },
  // Undoes the archiving before later routes need the product.
  restore_product: { act: 'products', value: product, modal: 'product_card' },
  copy_parameters: { act: 'generate', value: product, modal: 'product_card' },
  new_product: { act: 'products', modal: 'products' },
  edit_product: { act: 'products', value: product, modal: 'product_card' },
  paste_parameters: { act: 'products', value: product, modal: 'product_card' },
  open_courses: { act: 'generate' },
  open_add_course: { act: 'courses', modal: 'list_courses' },
  hide_course: { act: 'courses', value: course, modal: 'list_courses' },
  open_course: { act: 'courses', value: hiddenCourse, modal: 'list_courses' },
  refresh_courses: { act: 'generate', modal: 'list_courses' },
  open_import: { act: 'customers' },
  open_preview: { act: 'customers', value: ({ import: key }) => key, about: 'import' },
  cancel_import: { act: 'customers', value: ({ unwanted }) => unwanted, modal: 'import_preview', about: 'import' },
  open_export: { act: 'generate' },
};

export const CHANGES: Record<string, Table> = {
  products: { search: { act: 'generate' }, ...pages },
  product_form: {
    courses: { act: 'products', notes: ({ product }) => ({ product, revision: '1' }) },
    patterns: { act: 'products', notes: ({ product }) => ({ product, revision: '1' }) },
  },
  list_courses: { search: { act: 'generate' }, ...pages },
  import_preview: {
    next_page: page({ act: 'customers', notes: ofImport, about: 'import' }),
    previous_page: page({ act: 'customers', notes: ofImport, about: 'import' }),
  },
};

export const SUBMISSIONS: Table = {
  products: { act: 'generate', inputs: () => ({ search: 'seat' }) },
  product_form: {
    act: 'products',
    // The product has been archived and restored, so its revision is 3.
    notes: ({ product }) => ({ product, revision: '3' }),
    inputs: ({ product }) => ({ name: `Renamed ${product}`, pack_size: '2', patterns: 'EXCEL-%' }),
  },
  paste_parameters: {
    act: 'products',
    notes: ({ product }) => ({ product }),
    inputs: () => ({ parameters: 'courselist=EXCEL-%&packsize=10' }),
  },
  // Has no effect: the modal only shows the text for copying.
  copy_parameters: EVERYBODY,
  list_courses: { act: 'generate', inputs: () => ({ search: 'excel' }) },
  add_course: { act: 'courses', inputs: ({ order }) => ({ shortname: `OF-${order}`, course_name: 'New' }) },
  import_preview: { act: 'customers', notes: ofImport, about: 'sheet' },
  export_file: { act: 'customers', inputs: () => ({ kind: 'customers' }) },
  // Must be last: the bot reads the file afterwards and stores the result.
  import_file: { act: 'customers', inputs: () => ({ file: 'F000000001' }) },
};

export const OPTIONS: Record<string, Table> = {
  product_form: { courses: { act: 'products' }, customer_support: { act: 'products' } },
};
