/** Where this Moodle says that it is; only pictures are meant to be there. */
export const siteAddress = 'http://moodle.example.com';
