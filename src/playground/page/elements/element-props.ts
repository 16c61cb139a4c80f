import type {
  Button,
  Checkboxes,
  ConversationsSelect,
  Datepicker,
  EmailInput,
  ExternalSelect,
  FileInput,
  MultiExternalSelect,
  MultiStaticSelect,
  NumberInput,
  Overflow,
  PlainTextInput,
  RadioButtons,
  StaticSelect,
  Timepicker,
  URLInput,
  UsersSelect,
} from '@slack/types';
import type { AnyElement, Placed } from '../form-values';

export type TextField = PlainTextInput | NumberInput | EmailInput | URLInput;
export type MultiSelectField = MultiStaticSelect | MultiExternalSelect;
export type SelectField = StaticSelect | ExternalSelect | UsersSelect | ConversationsSelect;
export type ChoicesField = Checkboxes | RadioButtons;
export type PickerField = Datepicker | Timepicker;
export type FileField = FileInput;
type Known = Button | SelectField | MultiSelectField | Overflow | PickerField | ChoicesField | FileField | TextField;

export interface ElementProps<Element> {
  placed: Placed;
  element: Element;
  /** The id that the field's label refers to. */
  id?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
}

const known: Record<Known['type'], true> = {
  button: true,
  static_select: true,
  external_select: true,
  users_select: true,
  multi_static_select: true,
  multi_external_select: true,
  conversations_select: true,
  overflow: true,
  datepicker: true,
  timepicker: true,
  checkboxes: true,
  radio_buttons: true,
  plain_text_input: true,
  number_input: true,
  email_text_input: true,
  url_text_input: true,
  file_input: true,
};

export function isKnown(element: AnyElement): element is Known {
  return element.type in known;
}
