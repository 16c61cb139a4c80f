import type { Customer } from '../../core/customer';
import type { Option } from '../../slack/blocks';

export function customerOption({ name, code }: Customer): Option {
  return { text: name, value: code, description: code };
}
