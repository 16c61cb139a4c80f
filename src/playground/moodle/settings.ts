import { type Capability, minimalCapabilities } from './capabilities';

/** Where this Moodle says that it is; only pictures are meant to be there. */
export const siteAddress = 'http://moodle.example.com';

interface Role {
  id: number;
  shortname: string;
  /** Empty for those that come with Moodle. */
  name: string;
}

/** What the administrators of a Moodle set, and how it fares; each may be changed at any moment. */
export interface Settings {
  /** `pending`: its code is newer than its database. */
  condition:
    | 'up'
    | 'down'
    | 'maintenance'
    | 'cli_maintenance'
    | 'database_down'
    | 'upgrade_pending'
    | 'upgrade_running';
  /** Before each answer. */
  latencyMs: number;
  canMail: boolean;
  /** Web services, and REST among them, are on. */
  webServices: boolean;
  token: 'valid' | 'revoked' | 'expired' | 'restricted';
  service: 'enabled' | 'disabled' | 'unauthorised';
  serviceAccount: 'ready' | 'suspended' | 'nologin' | 'policy' | 'password';
  /** Whatever its capabilities, the service account may do everything. */
  isAdministrator: boolean;
  capabilities: Set<Capability>;
  /** Roles that the service account may give. */
  assignableRoles: Set<number>;
  roles: Role[];
  /** Functions in the service of the token. */
  functions: Set<string>;
  /** “Show user identity” lists email. */
  identityShowsEmail: boolean;
  hiddenUserFields: Set<'email' | 'lastaccess'>;
  allowsSameEmail: boolean;
  debug: 'none' | 'normal' | 'developer';
  /** PHP's own default is 1000. */
  maxInputVars: number;
}

export function usualSettings(functions: Iterable<string>): Settings {
  return {
    condition: 'up',
    latencyMs: 0,
    canMail: true,
    webServices: true,
    token: 'valid',
    service: 'enabled',
    serviceAccount: 'ready',
    isAdministrator: false,
    capabilities: new Set(minimalCapabilities),
    assignableRoles: new Set([4, 5]),
    roles: usualRoles(),
    functions: new Set(functions),
    identityShowsEmail: true,
    hiddenUserFields: new Set(),
    allowsSameEmail: false,
    debug: 'none',
    maxInputVars: 1000,
  };
}

function usualRoles(): Role[] {
  return [
    { id: 1, shortname: 'manager', name: '' },
    { id: 3, shortname: 'editingteacher', name: '' },
    { id: 4, shortname: 'teacher', name: '' },
    { id: 5, shortname: 'student', name: '' },
  ];
}
