import type { Failures } from '../use-failures';
import type { View } from '../workspace-state';
import { ModalDialog } from './ModalDialog';

interface Props {
  modals: View[];
  errors: Record<string, string>;
  failures: Failures;
}

export function ModalStack(props: Props) {
  return props.modals.length > 0 ? <ModalDialog {...props} /> : null;
}
