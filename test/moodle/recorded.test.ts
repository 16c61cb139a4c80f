import { MoodleFailure } from '../../src/moodle/moodle-failure';
import { type Call, openTransport } from '../../src/moodle/transport';
import { functionOf, PAIRS } from './pairs';
import { failureOf, openSite, replay, type Site, TOKEN } from './site';

describe('the answers of a real Moodle', () => {
  let site: Site;
  let call: Call;

  beforeAll(async () => {
    site = await openSite();
    call = openTransport({ url: site.url, token: TOKEN });
  });
  afterAll(() => site.close());

  it('are all here', () => {
    expect(PAIRS).toHaveLength(295);
    expect(new Set(PAIRS.map((pair) => `${pair.function} ${pair.name}`)).size).toBe(295);
  });

  it.each(PAIRS)('mean for $function, $name: $expected', async (pair) => {
    site.answer(replay(pair));
    const failure = await failureOf(call(functionOf(pair.function), pair.params));
    expect(failure instanceof MoodleFailure ? `${failure.kind} ${failure.code}` : (failure ?? 'ok')).toBe(
      pair.expected,
    );
    expect(site.asked.at(-1)?.form.get('wsfunction')).toBe(pair.function);
  });
});
