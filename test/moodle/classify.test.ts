import fc from 'fast-check';
import { classify, type Reply } from '../../src/moodle/classify';
import { ENROL, PARTICIPANTS, SITE } from '../../src/moodle/functions';

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json';
const PAGE = '<html><style>p { color: red }</style><body>Moodle is not well</body></html>';

function answer(status: number, contentType: string, body: string): Reply {
  return { kind: 'answer', status, contentType, body };
}
function meaning(reply: Reply, fn: typeof ENROL | typeof PARTICIPANTS) {
  const result = classify<unknown>(fn, reply);
  return result.kind === 'ok' ? 'ok' : `${result.kind} ${result.code}`;
}
function refusal(errorcode: string): Reply {
  return answer(200, JSON_TYPE, JSON.stringify({ exception: 'moodle_exception', errorcode, message: 'Something' }));
}

describe('the answers of a Moodle in trouble', () => {
  const addressed = 'misconfigured moodle.address';
  const unreadable = 'retry moodle.unreadable';
  const unreachable = 'retry moodle.unreachable';
  const uncertain = 'look moodle.uncertain';
  it.each([
    [503, HTML, PAGE, 'retry moodle.maintenance', 'retry moodle.maintenance'],
    [429, HTML, PAGE, unreachable, unreachable],
    [500, HTML, '', unreachable, uncertain],
    [502, HTML, PAGE, unreachable, uncertain],
    [504, HTML, PAGE, unreachable, uncertain],
    [500, JSON_TYPE, 'null', unreachable, uncertain],
    [403, HTML, '', 'misconfigured moodle.services_off', 'misconfigured moodle.services_off'],
    [301, HTML, '', addressed, addressed],
    [308, HTML, '', addressed, addressed],
    [401, HTML, PAGE, addressed, addressed],
    [404, HTML, PAGE, addressed, addressed],
    [406, HTML, PAGE, 'permanent moodle.refused', 'permanent moodle.refused'],
    [204, '', '', unreadable, uncertain],
    [200, HTML, PAGE, unreadable, uncertain],
    [200, HTML, '', unreadable, uncertain],
    [200, '', '', unreadable, uncertain],
    [200, JSON_TYPE, '[{"id":5', unreadable, uncertain],
    [200, HTML, '<br>Warning: disk is full [{"id":5}]', unreadable, uncertain],
    [200, JSON_TYPE, '{"id":5}', unreadable, uncertain],
    [200, JSON_TYPE, '"yes"', unreadable, uncertain],
    [200, 'text/xml', '<?xml version="1.0"?><RESPONSE/>', addressed, uncertain],
    [200, '', '<?xml version="1.0"?><EXCEPTION/>', addressed, uncertain],
  ])('mean for %i %s %j: %s, and after a write %s', (status, type, body, reading, writing) => {
    expect(meaning(answer(status, type, body), PARTICIPANTS)).toBe(reading);
    expect(meaning(answer(status, type, body), ENROL)).toBe(writing);
  });

  it.each([
    ['unsent', unreachable, unreachable],
    ['lost', unreachable, uncertain],
    ['distrusted', 'misconfigured moodle.certificate', 'misconfigured moodle.certificate'],
  ] as const)('mean for a call that is %s: %s, and after a write %s', (cause, reading, writing) => {
    const reply: Reply = { kind: 'none', cause, words: 'ECONNRESET' };
    expect(meaning(reply, PARTICIPANTS)).toBe(reading);
    expect(meaning(reply, ENROL)).toBe(writing);
  });

  it.each([
    ['dmlwriteexception', 'retry moodle.database', uncertain],
    ['dmlreadexception', 'retry moodle.database', uncertain],
    ['wsaccessuserexpired', 'misconfigured moodle.account', 'misconfigured moodle.account'],
    ['a_plugin_stumbled', 'permanent moodle.refused', uncertain],
    ['Something went wrong.', 'permanent moodle.refused', uncertain],
    ['toString', 'permanent moodle.refused', uncertain],
  ])('mean for the errorcode %s: %s, and after a write %s', (errorcode, reading, writing) => {
    expect(meaning(refusal(errorcode), PARTICIPANTS)).toBe(reading);
    expect(meaning(refusal(errorcode), ENROL)).toBe(writing);
  });

  it('never ask to look first when nothing can have been done', () => {
    const status = fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 599 }));
    const errorcode = fc.oneof(fc.string(), fc.constantFrom('invalidparameter', 'dmlwriteexception', 'invalidrecord'));
    const body = fc.oneof(
      fc.string(),
      errorcode.map((code) => JSON.stringify({ exception: 'moodle_exception', errorcode: code })),
    );
    fc.assert(
      fc.property(status, body, (code, text) => {
        expect(classify(PARTICIPANTS, answer(code, JSON_TYPE, text)).kind).not.toBe('look');
      }),
    );
  });
});

describe('the text stored from an answer', () => {
  const wordsOf = (reply: Reply) => {
    const result = classify(SITE, reply);
    return result.kind === 'ok' ? undefined : result.words;
  };

  it('contains the text of a page, without its HTML', () => {
    expect(wordsOf(answer(200, HTML, PAGE))).toBe('text/html; charset=utf-8 Moodle is not well');
  });

  it('omits data after a PHP warning, and unexpected values', () => {
    const site = JSON.stringify({ sitename: 5, userprivateaccesskey: 'k3y' });
    expect(wordsOf(answer(200, HTML, `<b>Warning</b>: disk is full ${site}`))).toMatch(/disk is full$/);
    const words = wordsOf(answer(200, JSON_TYPE, site));
    expect(words).toContain('sitename');
    expect(words).not.toContain('k3y');
  });
});
