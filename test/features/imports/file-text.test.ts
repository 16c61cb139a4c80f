import { encode } from 'iconv-lite';
import { WESTERN_ENCODINGS } from '../../../src/core/western-letters';
import { readText } from '../../../src/features/imports/files/file-text';

const NAMES = {
  French: [
    'Sécurité incendie',
    'L’été à l’école',
    'Français : niveau 2',
    'Théâtre et fête',
    'Maîtriser Excel',
    'Œuvres et cœur',
    'Où être créée',
    'SÉCURITÉ ÉLECTRIQUE',
    'Ça va – déjà vu',
    'Gérer 100 € « en été »…',
  ],
  German: ['Übergrößen', 'Öffentliche Präsentation', 'Straße und Fußgänger', '„Führung“ für Anfänger'],
  Spanish: ['Programación en español', '¿Qué es esto?', 'Gestión básica', 'Año número 1', 'Índice público'],
  Italian: ['Qualità e novità', 'Così è la vita', 'Perché più?'],
  Portuguese: ['Formação e gestão', 'Introdução à programação', 'Três lições'],
  Swedish: ['Säkerhet på jobbet', 'Ledarskap för nybörjare', 'Öppen övning'],
  Danish: ['Sikkerhed på arbejdet', 'Lær at køre', 'Økonomi og ledelse'],
} as const;
/** Too little to go by in some encodings. */
const ALONE = ['Ü-30', 'È facile', 'école', 'L’essentiel d’Excel', 'Don’t panic', '2020–2025', '100 €'];
const LISTS = Object.entries(NAMES).flatMap(([language, names]) =>
  WESTERN_ENCODINGS.map((encoding) => [language, encoding, names.join('\r\n')] as const),
);
const SINGLE = [...Object.values(NAMES).flat(), ...ALONE].flatMap((name) =>
  WESTERN_ENCODINGS.map((encoding) => [name, encoding] as const),
);
/** Macs write the euro where iconv-lite has another sign. */
const written = (text: string, encoding: string) =>
  encode(encoding === 'macintosh' ? text.replaceAll('€', '¤') : text, encoding);
/** The old code page has none of these. */
const withoutTypography = (text: string) =>
  text
    .replace(/[’“”„–…€]/g, "'")
    .replace(/Œ/g, 'OE')
    .replace(/œ/g, 'oe');

describe('the letters of a file', () => {
  it.each(LISTS)('are read in a list of %s names in %s', (_language, encoding, text) => {
    const plain = encoding === 'cp850' ? withoutTypography(text) : text;
    expect(readText(written(plain, encoding))).toEqual({ text: plain });
  });

  it.each(SINGLE)('are never read wrong, even in a file that holds only %j in %s', (name, encoding) => {
    const plain = encoding === 'cp850' ? withoutTypography(name) : name;
    const read = readText(written(plain, encoding));
    expect([{ text: plain }, { problem: 'file.encoding' }]).toContainEqual(read);
  });

  it.each([
    ['Polish', 'Bezpieczeństwo i higiena pracy, żółć', 'windows-1250'],
    ['Czech', 'Školení řidičů', 'windows-1250'],
    ['Turkish', 'İş güvenliği', 'windows-1254'],
    ['Romanian', 'Săptămâna', 'windows-1250'],
    ['Russian', 'Безопасность на работе', 'windows-1251'],
    ['Russian', 'Безопасность на работе', 'koi8-r'],
    ['Greek', 'Ασφάλεια', 'windows-1253'],
    ['Hebrew', 'בטיחות', 'windows-1255'],
    ['Japanese', 'Excel講座', 'shift_jis'],
    ['Japanese', '安全', 'euc-jp'],
    ['Chinese', '安全', 'gbk'],
    ['Korean', '안전 교육', 'euc-kr'],
    ['French', 'Le c½ur : 100 ¤', 'windows-1252'],
  ])('are not guessed in %s (%j in %s)', (_language, text, encoding) => {
    expect(readText(encode(`shortname,name\nA,${text}\n`, encoding))).toEqual({ problem: 'file.encoding' });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('are read in %s with any number of marks, and without one', (encoding) => {
    for (const marks of ['', '\uFEFF', '\uFEFF\uFEFF']) {
      const bytes = encode(`${marks}shortname,name\nA,Sécurité 安全\n`, encoding);
      expect(readText(bytes)).toEqual({ text: 'shortname,name\nA,Sécurité 安全\n' });
    }
  });

  it('are not read when the mark promises another encoding', () => {
    expect(readText(Buffer.from('\xef\xbb\xbfS\xe9curit\xe9', 'latin1'))).toEqual({ problem: 'file.encoding' });
    expect(readText(Buffer.from('\xff\xfeS\x00\xe9', 'latin1'))).toEqual({ problem: 'file.encoding' });
  });

  it.each(['SÃ©curitÃ©', 'lâ€™accueil', 'S√©curit√©', 'S├®curit├®', 'S\uFFFDcurit\uFFFD'])(
    'are not taken from %j, which another program has spoilt',
    (name) => {
      expect(readText(Buffer.from(`shortname,name\nA,${name}\nB,Été`))).toEqual({ problem: 'file.garbled' });
    },
  );

  it.each(['<!DOCTYPE html><table>', '\n<html>', '<?xml version="1.0"?><Workbook>', '<table><tr>'])(
    'are not looked for in a web page: %j',
    (text) => {
      expect(readText(Buffer.from(text))).toEqual({ problem: 'file.web_page' });
    },
  );
});
