import { type Now, toInstant } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { addCoordinator } from '../../../src/features/coordinators/coordinators.sql';
import { saveCourses } from '../../../src/features/courses/courses.sql';
import { saveCustomers as upsertCustomers } from '../../../src/features/customers/customers.sql';
import { saveProduct } from '../../../src/features/products/products.sql';
import { saveProfile } from '../../../src/features/roles/profiles.sql';
import { channelOf, coordinatorOf, customerCode, SALES } from './people';

const COURSES = 2_000;
const PRODUCTS = 50;
const SUBJECTS = ['Excel', 'Word', 'Access', 'Python', 'Java', 'Safety', 'Privacy', 'Sales', 'Welding', 'Driving'];
/** Each size divides ten, so that orders of ten seats are whole packs. */
const PACK_SIZES = [1, 5, 10, 2, 10];
const ZONES = ['Europe/Paris', 'America/New_York', 'Asia/Tokyo', 'UTC'];

/** Only the first fifty products are ever sold. */
export async function saveCatalogue(tx: Database, now: Now, products = PRODUCTS): Promise<void> {
  const courses = Array.from({ length: COURSES }, (_, number) => ({
    ...courseNumber(number),
    open: number % 20 !== 19,
  }));
  await saveCourses(tx, courses, toInstant(now));
  for (let number = 0; number < products; number += 1) {
    await saveProduct(tx, {
      code: `PRODUCT-${number + 1}`,
      name: `${subject(number)} pack ${number + 1}`,
      packSize: PACK_SIZES[number % PACK_SIZES.length] ?? 1,
      courses: restrictionOf(number),
      role: 'student',
      supervisorRole: 'teacher',
      durationDays: number % 3 === 0 ? undefined : 90 + number,
      startDate: undefined,
      endDate: undefined,
      assignWithinDays: undefined,
      description: undefined,
      customerSupport: undefined,
      startSecond: undefined,
      endSecond: undefined,
      leftOut: [],
    });
  }
}

/** Every second coordinator was not seen within the hour, so their first action asks Slack for their language. */
export async function saveCustomers(tx: Database, count: number, now: Now): Promise<void> {
  await saveProfile(tx, SALES, { locale: 'en', checkedAt: toInstant(now) });
  for (let number = 1; number <= count; number += 1) {
    const terms = {
      code: customerCode(number),
      name: `Customer ${number} of ${subject(number)}`,
      channel: channelOf(number),
      timezone: ZONES[number % ZONES.length] ?? 'UTC',
      locale: number % 2 === 0 ? ('en' as const) : ('fr' as const),
    };
    for (const id of (await upsertCustomers(tx, [terms])).values()) await saveTheirCoordinator(tx, id, now);
  }
}

async function saveTheirCoordinator(tx: Database, customerId: number, now: Now): Promise<void> {
  const coordinator = coordinatorOf(customerId);
  await addCoordinator(tx, customerId, coordinator);
  if (wasSeen(customerId)) await saveProfile(tx, coordinator, { locale: 'en', checkedAt: toInstant(now) });
}

export function wasSeen(customerId: number): boolean {
  return customerId % 2 === 0;
}

function courseNumber(number: number): { shortname: string; name: string } {
  const level = Math.floor(number / SUBJECTS.length) + 1;
  const name = subject(number);
  return { shortname: `${name.toUpperCase()}-${level}`, name: `${name}, level ${level}` };
}

/** No restriction, one subject, two subjects, some levels of a subject, or three single courses. */
function restrictionOf(number: number): string[] {
  const [first, second] = [subject(number).toUpperCase(), subject(number + 3).toUpperCase()];
  const kinds = [[], [`${first}-%`], [`${first}-%`, `${second}-%`], [`${first}-1_`]];
  return kinds[Math.floor(number / SUBJECTS.length)] ?? [`${first}-1`, `${first}-2`, `${second}-3`];
}

function subject(number: number): string {
  return SUBJECTS[number % SUBJECTS.length] ?? '';
}
