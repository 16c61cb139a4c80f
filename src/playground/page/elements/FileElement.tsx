import { useState } from 'react';
import { useSurface } from '../blocks/surface';
import { NOT_REACHED, uploadFile } from '../client';
import { useWorkspaceContext } from '../workspace-context';
import type { ElementProps, FileField } from './element-props';

/** Uploads a file as soon as it is chosen, as in Slack. Submitting sends only a reference to it. */
export function FileElement({ placed, element, id, describedBy, invalid }: ElementProps<FileField>) {
  const { person } = useWorkspaceContext();
  const { stateOf, change } = useSurface();
  const [failure, setFailure] = useState<string>();
  const state = stateOf(placed);
  const files = state?.type === 'file_input' ? state.files : [];

  const upload = async (chosen: File[]) => {
    try {
      const uploaded = await Promise.all(chosen.map((file) => uploadFile(person.key, file)));
      change(placed, { type: 'file_input', files: uploaded });
      setFailure(undefined);
    } catch {
      setFailure(NOT_REACHED);
    }
  };

  return (
    <>
      <input
        type="file"
        className="input"
        id={id}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        accept={element.filetypes?.map((type) => `.${type}`).join(',')}
        multiple={element.max_files !== 1}
        onChange={({ target }) => void upload([...(target.files ?? [])])}
      />
      <p className="hint" role="status">
        {failure ?? files.map(({ name }) => name).join(', ')}
      </p>
    </>
  );
}
