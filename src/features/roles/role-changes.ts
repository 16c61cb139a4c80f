import type { Identity } from '../../core/identity';
import type { Role } from '../../core/person';
import { defineChange } from '../../database/changes';

interface RoleFacts {
  to: Identity;
  role: Role;
}

export const roleGranted = defineChange<RoleFacts>('role.granted');
export const roleRevoked = defineChange<RoleFacts>('role.revoked');
