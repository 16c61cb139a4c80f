import { enterSite, need, needAccount } from '../context';
import { moodleFunction } from '../function';
import { int, list, record } from '../parameters';
import { SERVICE_ACCOUNT } from '../records';
import { missingRecord, moodleRefusal } from '../refusal';

export const deleteUsers = moodleFunction(record({ userids: list(int) }), (site, { userids }) => {
  enterSite(site);
  need(site, 'moodle/user:delete');
  for (const id of userids) {
    if (needAccount(site, id).deleted) throw missingRecord('user');
    if (id === SERVICE_ACCOUNT) throw moodleRefusal('usernotdeletederror');
  }
  for (const id of new Set(userids)) site.deletesAccount(id);
  return null;
});
