import { randomBytes } from 'node:crypto';
import { homeTeam } from './cast';

interface StoredFile {
  id: string;
  name: string;
  /** The user id of the uploader. */
  user: string;
  team: string;
  /** Unix seconds, as in Slack. */
  created: number;
  bytes: Uint8Array;
}

/** A file, as payloads and messages show it. */
export interface FileObject {
  id: string;
  name: string;
  size: number;
  [field: string]: unknown;
}

/** Files that people and the bot have uploaded; they last until the workspace stops. */
export class Files {
  readonly #files = new Map<string, StoredFile>();

  put(file: Omit<StoredFile, 'id'>): StoredFile {
    const stored = { ...file, id: `F0${randomBytes(5).toString('hex').slice(0, 9).toUpperCase()}` };
    this.#files.set(stored.id, stored);
    return stored;
  }

  fill(id: string, bytes: Uint8Array): void {
    const file = this.find(id);
    if (file) this.#files.set(id, { ...file, bytes });
  }

  find(id: string): StoredFile | undefined {
    return this.#files.get(id);
  }
}

/** The bot can fetch the file from `url_private` with its token. */
export function fileObject(url: string, { id, name, user, team, created, bytes }: StoredFile): FileObject {
  const address = `${url}/files-pri/${homeTeam.id}-${id}/${encodeURIComponent(name)}`;
  const filetype = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? 'text';
  return {
    id,
    name,
    title: name,
    created,
    timestamp: created,
    mimetype: filetype === 'csv' ? 'text/csv' : 'application/octet-stream',
    filetype,
    user,
    user_team: team,
    size: bytes.length,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    url_private: address,
    url_private_download: `${address}/download`,
  };
}
