import type { Identity } from '../../../core/identity';

/** An enrolled trainee who may not know it, or may have no password. */
export interface LostMail {
  seat: string;
  firstName: string;
  lastName: string;
  course: string;
  productId: number;
  waiting: Identity;
}
