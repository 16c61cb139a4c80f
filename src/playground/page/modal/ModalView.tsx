import { useMemo, useRef } from 'react';
import { Blocks } from '../blocks/Blocks';
import { SurfaceContext } from '../blocks/surface';
import { useForm } from '../blocks/use-form';
import type { Locator } from '../client';
import { useBusy } from '../use-busy';
import { useWorkspaceContext } from '../workspace-context';
import type { View } from '../workspace-state';
import { FieldErrorsContext } from './field-errors';
import { useFormErrors } from './use-form-errors';
import { useViewFocus } from './use-view-focus';
import { ViewFooter } from './ViewFooter';
import { ViewTitle } from './ViewTitle';

interface Props {
  view: View;
  titleId: string;
  /** The number of views below. */
  depth: number;
  onTop: boolean;
  errors: Record<string, string>;
}

export function ModalView({ view, titleId, depth, onTop, errors }: Props) {
  const { person, perform } = useWorkspaceContext();
  const form = useRef<HTMLFormElement>(null);
  const [busy, run] = useBusy();
  const shown = useFormErrors(errors);
  const locator = useMemo((): Locator => ({ where: 'modal', viewId: view.id }), [view.id]);
  const { surface, values } = useForm({
    locator,
    blocks: view.blocks,
    stored: view.state?.values,
    onChange: shown.forget,
  });
  useViewFocus(form, { onTop, blocks: view.blocks, submissions: shown.submissions });

  const submit = () =>
    run(async () => {
      await perform({ verb: 'submit', viewId: view.id, state: values() });
      shown.renew();
    });

  return (
    <form
      ref={form}
      className="view"
      noValidate
      hidden={!onTop}
      lang={person.locale}
      onSubmit={(event) => {
        event.preventDefault();
        if (view.submit) void submit();
      }}
    >
      <ViewTitle view={view} titleId={titleId} depth={depth} />
      <div className="view-body">
        <SurfaceContext value={surface}>
          <FieldErrorsContext value={shown.errors}>
            <Blocks blocks={view.blocks} />
          </FieldErrorsContext>
        </SurfaceContext>
      </div>
      <ViewFooter view={view} busy={busy} />
    </form>
  );
}
