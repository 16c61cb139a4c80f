import {
  ASK_FOR_SEATS,
  ASSIGN_FROM_POOL,
  OPEN_ASSIGN,
  OPEN_ASSIGNED,
  OPEN_COORDINATORS,
  OPEN_EXPORT,
  OPEN_GENERATE,
  OPEN_IMPORT,
  OPEN_LIST,
  OPEN_REMINDERS,
  OPEN_SEAT,
} from '../src/core/entry-points';
import type { Routes } from '../src/feature';
import { ASSIGN_SEAT } from '../src/features/assignments/assign-form.view';
import { ASSIGNED_SEATS } from '../src/features/assignments/assigned-list.view';
import { CHANGE_SEAT } from '../src/features/assignments/change-form.view';
import { OPEN_CHANGE, RELEASE_SEAT, RETRY_ENROLMENT } from '../src/features/assignments/seat-card.view';
import { END_AWAY, OPEN_AWAY, SET_AWAY } from '../src/features/coordinators/away.view';
import {
  ADD_COORDINATOR,
  CHANGE_COORDINATOR,
  INVITE_COORDINATOR,
} from '../src/features/coordinators/coordinator-form.view';
import { ACCEPT_INVITATION } from '../src/features/coordinators/coordinator-messages.view';
import { COORDINATORS, REMOVE_COORDINATOR, WITHDRAW_INVITATION } from '../src/features/coordinators/coordinators.view';
import {
  ADD_COURSE,
  HIDE_COURSE,
  LIST_COURSES,
  OPEN_ADD_COURSE,
  OPEN_COURSE,
  OPEN_COURSES,
  REFRESH_COURSES,
} from '../src/features/courses/course-list.view';
import {
  ARCHIVE_CUSTOMER,
  EDIT_CUSTOMER,
  MEND_CHANNEL,
  RESTORE_CUSTOMER,
} from '../src/features/customers/customer-card.view';
import { CUSTOMER_FORM } from '../src/features/customers/customer-form.view';
import { CUSTOMERS, NEW_CUSTOMER, OPEN_CUSTOMER, OPEN_CUSTOMERS } from '../src/features/customers/customers.view';
import { OPEN_FAILED } from '../src/features/enrolments/enrolment-messages.view';
import { HOME_PAGE, HOME_STOCK } from '../src/features/home/home.view';
import { EXPORT_FILE } from '../src/features/imports/export.view';
import { CANCEL_IMPORT, IMPORT_FILE, IMPORT_PREVIEW, OPEN_PREVIEW } from '../src/features/imports/import.view';
import { GENERATE_SEATS } from '../src/features/orders/generate-form.view';
import { LIST_SEATS, OPEN_POOL } from '../src/features/orders/list.view';
import { CANCEL_ORDER } from '../src/features/orders/order.view';
import { POOL_SEATS } from '../src/features/orders/seats.view';
import { COPY_PARAMETERS, PASTE_PARAMETERS } from '../src/features/products/parameters.view';
import {
  ARCHIVE_PRODUCT,
  CHECK_PRODUCT,
  EDIT_PRODUCT,
  RESTORE_PRODUCT,
} from '../src/features/products/product-card.view';
import { PRODUCT_FORM } from '../src/features/products/product-form.view';
import { NEW_PRODUCT, OPEN_PRODUCT, OPEN_PRODUCTS, PRODUCTS } from '../src/features/products/products.view';
import { REMIND_WEEKLY } from '../src/features/reminders/reminder.view';
import { REMINDER_SETTINGS, RESUME_REMINDERS, TEST_REMINDER } from '../src/features/reminders/reminder-settings.view';
import { OPEN_SNOOZE, SNOOZE_REMINDERS } from '../src/features/reminders/snooze.view';
import { APPROVE_ACCESS, ASK_FOR_ACCESS, DECLINE_ACCESS } from '../src/features/requests/access.view';
import { DECLINE_REQUEST } from '../src/features/requests/request.view';
import { GIVE_ROLE, OPEN_GIVE_ROLE, OPEN_ROLES, ROLES_MODAL, TAKE_BACK_ROLE } from '../src/features/roles/roles.view';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';
import * as access from './access';
import * as ask from './ask';
import * as assign from './assign';
import * as assigned from './assigned';
import * as away from './away';
import * as cancel from './cancel';
import * as coordinators from './coordinators';
import * as courses from './courses';
import * as customers from './customers';
import * as generate from './generate';
import * as help from './help';
import * as home from './home';
import * as files from './imports';
import * as invite from './invite';
import * as list from './list';
import * as productForm from './product-form';
import * as products from './products';
import * as reminders from './reminders';
import * as roles from './roles';
import * as seat from './seat';

/** Everything people can do in Slack, in one place. */
export const routes: Routes = {
  commands: {
    generate: generate.openGenerate,
    list: list.openList,
    assign: assign.assignCommand,
    ask: ask.openAsk,
    reminders: reminders.openReminders,
    products: products.openProducts,
    courses: courses.openCourses,
    import: files.openImport,
    export: files.openExport,
    coordinators: coordinators.openCoordinators,
    customers: customers.openCustomers,
    help: help.help,
    roles: roles.openRoles,
    '': help.help,
  },
  unknown: help.unknown,
  shortcuts: {
    [GENERATE_SEATS]: generate.openGenerate,
    [LIST_SEATS]: list.openList,
    [ASSIGN_SEAT]: assign.openAssign,
  },
  actions: {
    [OPEN_GENERATE]: generate.openGenerate,
    [OPEN_LIST]: list.openList,
    [OPEN_ASSIGN]: assign.openAssign,
    [ASSIGN_FROM_POOL]: assign.assignFromPool,
    [OPEN_POOL]: list.openPool,
    [NEXT_PAGE]: list.turnPage,
    [PREVIOUS_PAGE]: list.turnPage,
    [CANCEL_ORDER]: cancel.openCancel,
    [OPEN_SEAT]: seat.openSeat,
    [OPEN_ASSIGNED]: assigned.openAssigned,
    [OPEN_FAILED]: seat.openFailed,
    [RETRY_ENROLMENT]: seat.retry,
    [RELEASE_SEAT]: seat.release,
    [OPEN_CHANGE]: seat.openChange,
    [OPEN_REMINDERS]: reminders.openReminders,
    [REMIND_WEEKLY]: reminders.weekly,
    [OPEN_SNOOZE]: reminders.openSnooze,
    [RESUME_REMINDERS]: reminders.resume,
    [TEST_REMINDER]: reminders.test,
    [ASK_FOR_SEATS]: ask.openAsk,
    [DECLINE_REQUEST]: ask.openDecline,
    [HOME_PAGE]: home.home,
    [`${HOME_PAGE}_next`]: home.home,
    [HOME_STOCK]: home.home,
    [`${HOME_STOCK}_next`]: home.home,
    [OPEN_PRODUCTS]: products.openProducts,
    [OPEN_PRODUCT]: products.openProduct,
    [CHECK_PRODUCT]: products.checkAgain,
    [ARCHIVE_PRODUCT]: products.archive,
    [RESTORE_PRODUCT]: products.restore,
    [COPY_PARAMETERS]: products.copy,
    [NEW_PRODUCT]: productForm.newProduct,
    [EDIT_PRODUCT]: productForm.editProduct,
    [PASTE_PARAMETERS]: productForm.openPaste,
    [OPEN_COURSES]: courses.openCourses,
    [OPEN_ADD_COURSE]: courses.openAdd,
    [OPEN_COURSE]: courses.open,
    [HIDE_COURSE]: courses.hide,
    [REFRESH_COURSES]: courses.askMoodle,
    [OPEN_IMPORT]: files.openImport,
    [OPEN_PREVIEW]: files.openPreview,
    [CANCEL_IMPORT]: files.cancel,
    [OPEN_EXPORT]: files.openExport,
    [OPEN_COORDINATORS]: coordinators.openCoordinators,
    [ADD_COORDINATOR]: coordinators.openAdd,
    [CHANGE_COORDINATOR]: coordinators.openChange,
    [REMOVE_COORDINATOR]: coordinators.remove,
    [INVITE_COORDINATOR]: invite.openInvite,
    [WITHDRAW_INVITATION]: invite.withdraw,
    [ACCEPT_INVITATION]: invite.accept,
    [OPEN_AWAY]: away.openAway,
    [END_AWAY]: away.endAway,
    [ASK_FOR_ACCESS]: access.ask,
    [APPROVE_ACCESS]: access.approve,
    [DECLINE_ACCESS]: access.decline,
    [OPEN_ROLES]: roles.openRoles,
    [OPEN_GIVE_ROLE]: roles.openGive,
    [TAKE_BACK_ROLE]: roles.takeBack,
    [OPEN_CUSTOMERS]: customers.openCustomers,
    [OPEN_CUSTOMER]: customers.openCustomer,
    [NEW_CUSTOMER]: customers.openNew,
    [EDIT_CUSTOMER]: customers.openEdit,
    [ARCHIVE_CUSTOMER]: customers.archive,
    [RESTORE_CUSTOMER]: customers.restore,
    [MEND_CHANNEL]: customers.mend,
  },
  changes: {
    [GENERATE_SEATS]: { customer: generate.reviewTerms, product: generate.reviewTerms },
    [LIST_SEATS]: { customer: list.changeFilter, filter_product: list.changeFilter, filter_course: list.changeFilter },
    [ASSIGN_SEAT]: { customer: assign.changeAssign, pool: assign.changeAssign, trainee: assign.changeAssign },
    [ASSIGNED_SEATS]: {
      search: assigned.search,
      [NEXT_PAGE]: assigned.turnPage,
      [PREVIOUS_PAGE]: assigned.turnPage,
    },
    [REMINDER_SETTINGS]: { customer: reminders.chooseCustomer },
    [ASK_FOR_SEATS]: { customer: ask.chooseCustomer },
    [PRODUCTS]: { search: products.search, [NEXT_PAGE]: products.turnPage, [PREVIOUS_PAGE]: products.turnPage },
    [PRODUCT_FORM]: { courses: productForm.reviewProduct, patterns: productForm.reviewProduct },
    [LIST_COURSES]: { search: courses.search, [NEXT_PAGE]: courses.turnPage, [PREVIOUS_PAGE]: courses.turnPage },
    [IMPORT_PREVIEW]: { [NEXT_PAGE]: files.turnPage, [PREVIOUS_PAGE]: files.turnPage },
    [COORDINATORS]: {
      customer: coordinators.chooseCustomer,
      [NEXT_PAGE]: coordinators.turnPage,
      [PREVIOUS_PAGE]: coordinators.turnPage,
    },
    [CUSTOMERS]: {
      search: customers.search,
      [NEXT_PAGE]: customers.turnPage,
      [PREVIOUS_PAGE]: customers.turnPage,
    },
  },
  submissions: {
    [GENERATE_SEATS]: generate.submitGenerate,
    [LIST_SEATS]: list.changeFilter,
    [ASSIGN_SEAT]: assign.submitAssign,
    [CANCEL_ORDER]: cancel.submitCancel,
    [CHANGE_SEAT]: seat.submitChange,
    [ASSIGNED_SEATS]: assigned.search,
    [REMINDER_SETTINGS]: reminders.submitReminders,
    [SNOOZE_REMINDERS]: reminders.submitSnooze,
    [ASK_FOR_SEATS]: ask.submitAsk,
    [DECLINE_REQUEST]: ask.submitDecline,
    [PRODUCTS]: products.search,
    [PRODUCT_FORM]: productForm.submitProduct,
    [PASTE_PARAMETERS]: productForm.submitPaste,
    [COPY_PARAMETERS]: products.copied,
    [LIST_COURSES]: courses.search,
    [ADD_COURSE]: courses.submitAdd,
    [IMPORT_FILE]: files.submitFile,
    [IMPORT_PREVIEW]: files.submitPreview,
    [EXPORT_FILE]: files.submitExport,
    [COORDINATORS]: coordinators.submitChoice,
    [ADD_COORDINATOR]: coordinators.submitAdd,
    [CHANGE_COORDINATOR]: coordinators.submitChange,
    [INVITE_COORDINATOR]: invite.submitInvite,
    [SET_AWAY]: away.submitAway,
    [GIVE_ROLE]: roles.submitGive,
    [CUSTOMERS]: customers.search,
    [CUSTOMER_FORM]: customers.submitCustomer,
  },
  refreshes: {
    [LIST_SEATS]: list.refresh,
    [POOL_SEATS]: list.refresh,
    [ASSIGNED_SEATS]: assigned.refresh,
    [REMINDER_SETTINGS]: reminders.refresh,
    [PRODUCTS]: products.refresh,
    [LIST_COURSES]: courses.refresh,
    [ROLES_MODAL]: roles.refresh,
    [CUSTOMERS]: customers.refresh,
  },
  options: {
    [GENERATE_SEATS]: { customer: generate.customersToSellTo, product: generate.productsToSell },
    [LIST_SEATS]: {
      customer: list.customersToList,
      filter_product: list.productsToFilter,
      filter_course: list.coursesToFilter,
    },
    [ASSIGN_SEAT]: {
      customer: assign.customersToAssign,
      pool: assign.pools,
      course: assign.courses,
      trainee: assign.trainees,
    },
    [CHANGE_SEAT]: { course: seat.courses },
    [REMINDER_SETTINGS]: {
      customer: reminders.customersToRemind,
      timezone: reminders.timezones,
      country: reminders.countries,
    },
    [ASK_FOR_SEATS]: { customer: ask.customersToAskFor, product: ask.products },
    [PRODUCT_FORM]: { courses: productForm.coursesToSell, customer_support: productForm.coursesForSupport },
    [COORDINATORS]: { customer: coordinators.customersToCoordinate },
    [ADD_COORDINATOR]: { products: coordinators.productsToLimit },
    [CHANGE_COORDINATOR]: { products: coordinators.productsToLimit },
    [INVITE_COORDINATOR]: { products: coordinators.productsToLimit },
    [CUSTOMER_FORM]: { timezone: customers.timezones },
  },
  home: home.home,
};
