import type { Routes } from '../src/context';
import {
  ASSIGN_FROM_POOL,
  ASSIGN_SEAT,
  CANCEL_ORDER,
  GENERATE_SEATS,
  LIST_SEATS,
  NEXT_PAGE,
  OPEN_ASSIGN,
  OPEN_GENERATE,
  OPEN_LIST,
  OPEN_POOL,
  POOL_SEATS,
  PREVIOUS_PAGE,
} from '../src/slack/views/ids';
import * as assign from './assign';
import * as cancel from './cancel';
import * as generate from './generate';
import * as help from './help';
import * as list from './list';

/** Everything people can do in Slack, in one place. */
export const routes: Routes = {
  commands: {
    generate: generate.openGenerate,
    list: list.openList,
    assign: assign.assignCommand,
    help: help.help,
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
  },
  changes: {
    [GENERATE_SEATS]: { product: generate.chooseProduct },
    [LIST_SEATS]: { customer: list.changeFilter, filter_product: list.changeFilter, filter_course: list.changeFilter },
    [ASSIGN_SEAT]: { customer: assign.changeAssign, pool: assign.changeAssign, trainee: assign.changeAssign },
  },
  submissions: {
    [GENERATE_SEATS]: generate.submitGenerate,
    [LIST_SEATS]: list.changeFilter,
    [ASSIGN_SEAT]: assign.submitAssign,
    [CANCEL_ORDER]: cancel.submitCancel,
  },
  refreshes: { [LIST_SEATS]: list.refresh, [POOL_SEATS]: list.refresh },
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
  },
  home: help.home,
};
