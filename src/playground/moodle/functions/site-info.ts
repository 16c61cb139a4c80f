import { moodleFunction } from '../function';
import { record } from '../parameters';
import { SERVICE_ACCOUNT } from '../records';
import { siteAddress } from '../settings';

const VERSION = '2024100706';

/** Works even while the account has to accept the policy or change its password. */
export const siteInfo = moodleFunction(record({}), (site) => {
  const { username, firstname, lastname, id } = site.account(SERVICE_ACCOUNT);
  return {
    sitename: site.courses[0]?.fullname ?? '',
    username,
    firstname,
    lastname,
    fullname: `${firstname} ${lastname}`,
    lang: 'en',
    userid: id,
    siteurl: siteAddress,
    userpictureurl: `${siteAddress}/theme/image.php?theme=boost&component=core&image=u%2Ff1`,
    functions: [...site.settings.functions].map((name) => ({ name, version: VERSION })),
    downloadfiles: 0,
    uploadfiles: 0,
    release: '4.5.6 (Build: 20250811)',
    version: VERSION,
    mobilecssurl: '',
    advancedfeatures: [{ name: 'enablecompletion', value: 1 }],
    usercanmanageownfiles: true,
    userquota: 104857600,
    usermaxuploadfilesize: 2097152,
    userhomepage: 1,
    userprivateaccesskey: 'private-access-key-of-the-local-workspace',
    siteid: 1,
    sitecalendartype: 'gregorian',
    usercalendartype: 'gregorian',
    userissiteadmin: site.settings.isAdministrator,
    theme: 'boost',
    limitconcurrentlogins: 0,
    policyagreed: site.settings.serviceAccount === 'policy' ? 0 : 1,
  };
});
