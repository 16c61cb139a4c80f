import type { Translation } from '../../core/words';

export const en = {
  'sheet.file.empty': 'The file has no row below its header.',
  'sheet.file.not_text': 'This is not a text file. Save it as CSV and try again.',
  'sheet.file.workbook': 'This is a workbook. In Excel, choose “Save as”, then “CSV UTF-8”.',
  'sheet.file.web_page': 'This is a web page that is called CSV. Open it in Excel, choose “Save as”, then “CSV UTF-8”.',
  'sheet.file.encoding':
    'Letters such as é can be read in several ways in this file. So that none is stored wrong, save it as UTF-8 (in Excel: “Save as”, “CSV UTF-8”) and try again.',
  'sheet.file.garbled':
    'Letters of this file were spoilt before it was saved, as in “SÃ©curitÃ©” for “Sécurité”. Go back to the file it comes from, and save that as “CSV UTF-8”.',
  'sheet.file.people':
    'This is a list of people, and people are not imported here. Give them seats with /seats assign instead.',
  'sheet.file.quote': 'A quote (") opens here and never closes.',
  'sheet.file.too_many_rows':
    'The file has {{rows, number}} rows, and at most {{most, number}} go in at once. Split it.',
  'sheet.header.unknown':
    'The first row names the columns: shortname, name, open for courses; code, name, channel, timezone, locale for customers; customer, team, user for coordinators.',
  'sheet.header.below': 'This row names the columns. Delete the rows above it.',
  'sheet.header.separator':
    'The cells are separated by “{{separator}}”. Save the file with commas, semicolons or tabs between them.',
  'sheet.column.missing': 'The column {{column}} is missing.',
  'sheet.column.unknown': 'There is no column {{column}}. Use {{columns}}.',
  'sheet.column.repeated': 'The column {{column}} stands there twice.',
  'sheet.cell.extra': 'This row has more cells than there are columns.',
  'sheet.cell.empty': '{{column}} is empty.',
  'sheet.cell.too_long': '{{column}} is longer than {{most, number}} characters.',
  'sheet.cell.backslash': '{{column}} is “{{value}}”: it may not hold \\.',
  'sheet.cell.code': '{{column}} is “{{value}}”: it may not hold spaces, % or \\.',
  'sheet.cell.open': '{{column}} is “{{value}}”: write yes or no.',
  'sheet.cell.slack_id': '{{column}} is “{{value}}”: write a Slack id, which starts with one of {{letters}}.',
  'sheet.cell.timezone': '{{column}} is “{{value}}”: write a time zone such as Europe/Paris.',
  'sheet.cell.locale': '{{column}} is “{{value}}”: write one of {{locales}}.',
  'sheet.cell.quota':
    '{{column}} is “{{value}}”: write a whole number from 1 to {{most, number}}, or nothing for no limit.',
  'sheet.row.repeated': '{{value}} stands in row {{first, number}} already.',
  'sheet.row.separator':
    'The cells are separated by “{{separator}}”, and those of the header by another sign. Use one for all rows.',
  'sheet.customer.unknown': 'There is no customer {{value}}. Import customers first.',
  'sheet.product.unknown':
    'There is no product {{value}}. Write codes with spaces between, or nothing for all products.',
  'sheet.channel.taken': '{{value}} is the channel of {{customer}} already. Each customer needs a channel of its own.',
  'sheet.file.too_large': 'The file is larger than {{most, number}} MB. Split it.',
  'sheet.file.gone': 'The file could not be read: it was deleted, or the app may not see it. Choose it again.',
  'sheet.file.not_yours': 'This is not a file that you have just chosen. Choose yours again.',
  'sheet.file.not_allowed': 'Only administrators import courses. Send them this file.',

  'title.import': 'Import a file',
  'title.export': 'Export a file',

  'sheet_kind.courses': 'Courses',
  'sheet_kind.customers': 'Customers',
  'sheet_kind.coordinators': 'Coordinators',

  'import.submit_file': 'Read the file',
  'import.file': 'A CSV file',
  'import.file_hint': 'As Excel saves it. Nothing changes before you have seen what would.',
  'import.columns':
    'The first row names the columns. Courses: shortname, name, open. Customers: code, name, channel, timezone, locale. Coordinators: customer, team, user, products (codes with spaces between; empty: all), quota (empty: none). An export is a good file to begin with.',
  'import.reading':
    'Reading the file. What would change appears here in a moment; if you close this, it comes as a direct message.',
  'import.importing': 'Importing. This says when it is done; if you close it, a direct message does.',
  'import.created_one': '{{count, number}} new',
  'import.created_other': '{{count, number}} new',
  'import.updated_one': '{{count, number}} changed',
  'import.updated_other': '{{count, number}} changed',
  'import.unchanged_one': '{{count, number}} as it is',
  'import.unchanged_other': '{{count, number}} as they are',
  'import.problems_one': '{{count, number}} thing to correct',
  'import.problems_other': '{{count, number}} things to correct',
  'import.line': 'Row {{row, number}}: {{text}}',
  'import.said_of': '{{what}}: {{text}}',
  'import.is_new': '{{what}} is new.',
  'import.correct': 'Nothing was changed. Correct the file and choose it again.',
  'import.nothing_new': 'There is nothing to import: everything is as in the file.',
  'import.overtaken_one':
    'Nothing was imported: {{count, number}} row would overwrite what somebody has changed since this preview. It comes first, as it is now. Press Import again to overwrite it.',
  'import.overtaken_other':
    'Nothing was imported: {{count, number}} rows would overwrite what somebody has changed since this preview. They come first, as they are now. Press Import again to overwrite them.',
  'import.all_or_nothing':
    'Nothing is imported before you press Import, and then all of it or nothing. What the file does not name stays as it is. If you close this, the file waits for you until tomorrow under /seats import.',
  'import.later': 'Decide later',
  'import.undecided': 'You have not decided on the last file. {{summary}}',
  'import.confirm': 'Import',
  'import.cancel': 'Forget this file',
  'import.other_file': 'Choose another file',
  'import.see_preview': 'See what would change',
  'import.done': 'Imported: {{summary}}',
  'import.cancelled': 'The file is forgotten. Nothing was changed.',

  'export.submit': 'Send me the file',
  'export.kind': 'What',
  'export.explained': 'The file opens in Excel, and can be changed there and imported again.',
  'export.asked': 'The file is on its way to you as a direct message.',
  'export.here_one': '{{kind}}: {{count, number}} row.',
  'export.here_other': '{{kind}}: {{count, number}} rows.',

  'help.import_customers': '/seats import: bring in customers or coordinators from a CSV file',
  'help.import': '/seats import: bring in courses, customers or coordinators from a CSV file',
  'help.export': '/seats export: get them as a CSV file',

  'refusal.import.wrong_one':
    'Nothing was imported: {{count, number}} row is not right. Correct it and choose the file again.',
  'refusal.import.wrong_other':
    'Nothing was imported: {{count, number}} things are not right. Correct them and choose the file again.',
  'refusal.file.missing': 'Choose a file.',
  'refusal.import.unknown': 'This import is not known any more. Choose the file again.',
  'refusal.import.reading': 'The file is still being read. Please wait a moment.',
  'refusal.import.importing': 'This file is being imported. Wait a moment.',
  'refusal.import.overtaken':
    'Somebody is changing the same rows at this moment, so nothing was imported. Press Import again.',
  'refusal.import.done': 'This file was imported already.',
  'refusal.import.cancelled': 'You had this file forgotten. Choose it again.',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'sheet.file.empty': 'Le fichier n’a aucune ligne sous son en-tête.',
  'sheet.file.not_text': 'Ce n’est pas un fichier texte. Enregistrez-le en CSV et réessayez.',
  'sheet.file.workbook': 'C’est un classeur. Dans Excel, choisissez « Enregistrer sous », puis « CSV UTF-8 ».',
  'sheet.file.web_page':
    'C’est une page web nommée CSV. Ouvrez-la dans Excel, choisissez « Enregistrer sous », puis « CSV UTF-8 ».',
  'sheet.file.encoding':
    'Dans ce fichier, des lettres telles que é peuvent se lire de plusieurs façons. Pour n’en fausser aucune, enregistrez-le en UTF-8 (dans Excel : « Enregistrer sous », « CSV UTF-8 ») et réessayez.',
  'sheet.file.garbled':
    'Des lettres de ce fichier étaient abîmées avant son enregistrement, comme dans « SÃ©curitÃ© » pour « Sécurité ». Reprenez le fichier d’où il vient et enregistrez-le en « CSV UTF-8 ».',
  'sheet.file.people':
    'C’est une liste de personnes, et les personnes ne s’importent pas ici. Attribuez-leur plutôt des places avec /seats assign.',
  'sheet.file.quote': 'Un guillemet (") s’ouvre ici et ne se ferme jamais.',
  'sheet.file.too_many_rows':
    'Le fichier a {{rows, number}} lignes, et {{most, number}} au plus entrent en une fois. Partagez-le.',
  'sheet.header.unknown':
    'La première ligne nomme les colonnes : shortname, name, open pour les cours ; code, name, channel, timezone, locale pour les clients ; customer, team, user pour les coordinateurs.',
  'sheet.header.below': 'Cette ligne nomme les colonnes. Supprimez les lignes au-dessus.',
  'sheet.header.separator':
    'Les cellules sont séparées par « {{separator}} ». Enregistrez le fichier avec des virgules, points-virgules ou tabulations.',
  'sheet.column.missing': 'La colonne {{column}} manque.',
  'sheet.column.unknown': 'Il n’y a pas de colonne {{column}}. Utilisez {{columns}}.',
  'sheet.column.repeated': 'La colonne {{column}} figure deux fois.',
  'sheet.cell.extra': 'Cette ligne a plus de cellules qu’il n’y a de colonnes.',
  'sheet.cell.empty': '{{column}} est vide.',
  'sheet.cell.too_long': '{{column}} dépasse {{most, number}} caractères.',
  'sheet.cell.backslash': '{{column}} vaut « {{value}} » : \\ n’est pas permis.',
  'sheet.cell.code': '{{column}} vaut « {{value}} » : ni espace, ni %, ni \\.',
  'sheet.cell.open': '{{column}} vaut « {{value}} » : écrivez oui ou non.',
  'sheet.cell.slack_id':
    '{{column}} vaut « {{value}} » : écrivez un identifiant Slack, qui commence par l’une des lettres {{letters}}.',
  'sheet.cell.timezone': '{{column}} vaut « {{value}} » : écrivez un fuseau horaire tel que Europe/Paris.',
  'sheet.cell.locale': '{{column}} vaut « {{value}} » : écrivez l’une de ces langues : {{locales}}.',
  'sheet.cell.quota':
    '{{column}} vaut « {{value}} » : écrivez un nombre entier de 1 à {{most, number}}, ou rien pour ne pas limiter.',
  'sheet.row.repeated': '{{value}} figure déjà à la ligne {{first, number}}.',
  'sheet.row.separator':
    'Les cellules sont séparées par « {{separator}} », et celles de l’en-tête par un autre signe. Gardez le même partout.',
  'sheet.customer.unknown': 'Il n’y a pas de client {{value}}. Importez d’abord les clients.',
  'sheet.product.unknown':
    'Il n’y a pas de produit {{value}}. Écrivez des codes séparés par des espaces, ou rien pour tous les produits.',
  'sheet.channel.taken': '{{value}} est déjà le canal de {{customer}}. À chaque client son canal.',
  'sheet.file.too_large': 'Le fichier dépasse {{most, number}} Mo. Partagez-le.',
  'sheet.file.gone':
    'Le fichier n’a pas pu être lu : il a été supprimé, ou l’application ne peut pas le voir. Choisissez-le à nouveau.',
  'sheet.file.not_yours': 'Ce n’est pas un fichier que vous venez de choisir. Choisissez à nouveau le vôtre.',
  'sheet.file.not_allowed': 'Seuls les administrateurs importent des cours. Envoyez-leur ce fichier.',

  'title.import': 'Importer un fichier',
  'title.export': 'Exporter un fichier',

  'sheet_kind.courses': 'Cours',
  'sheet_kind.customers': 'Clients',
  'sheet_kind.coordinators': 'Coordinateurs',

  'import.submit_file': 'Lire le fichier',
  'import.file': 'Un fichier CSV',
  'import.file_hint': 'Tel qu’Excel l’enregistre. Rien ne change avant que vous ayez vu ce qui changerait.',
  'import.columns':
    'La première ligne nomme les colonnes. Cours : shortname, name, open. Clients : code, name, channel, timezone, locale. Coordinateurs : customer, team, user, products (codes séparés par des espaces ; vide : tous), quota (vide : aucun). Un export est un bon point de départ.',
  'import.reading':
    'Lecture du fichier. Ce qui changerait s’affiche ici dans un instant ; si vous fermez, cela arrive en message privé.',
  'import.importing': 'Import en cours. La fin s’affiche ici ; si vous fermez, elle arrive en message privé.',
  'import.created_one': '{{count, number}} nouveau',
  'import.created_other': '{{count, number}} nouveaux',
  'import.updated_one': '{{count, number}} modifié',
  'import.updated_other': '{{count, number}} modifiés',
  'import.unchanged_one': '{{count, number}} inchangé',
  'import.unchanged_other': '{{count, number}} inchangés',
  'import.problems_one': '{{count, number}} point à corriger',
  'import.problems_other': '{{count, number}} points à corriger',
  'import.line': 'Ligne {{row, number}} : {{text}}',
  'import.said_of': '{{what}} : {{text}}',
  'import.is_new': '{{what}} est nouveau.',
  'import.correct': 'Rien n’a changé. Corrigez le fichier et choisissez-le à nouveau.',
  'import.nothing_new': 'Il n’y a rien à importer : tout est déjà comme dans le fichier.',
  'import.overtaken_one':
    'Rien n’a été importé : {{count, number}} ligne remplacerait ce que quelqu’un a modifié depuis cet aperçu. Elle vient en premier, dans son état actuel. Appuyez à nouveau sur Importer pour le remplacer.',
  'import.overtaken_other':
    'Rien n’a été importé : {{count, number}} lignes remplaceraient ce que quelqu’un a modifié depuis cet aperçu. Elles viennent en premier, dans leur état actuel. Appuyez à nouveau sur Importer pour le remplacer.',
  'import.all_or_nothing':
    'Rien n’est importé avant que vous appuyiez sur Importer, et alors tout, ou rien. Ce que le fichier ne nomme pas reste tel quel. Si vous fermez, le fichier vous attend jusqu’à demain sous /seats import.',
  'import.later': 'Décider plus tard',
  'import.undecided': 'Vous n’avez rien décidé pour le dernier fichier. {{summary}}',
  'import.confirm': 'Importer',
  'import.cancel': 'Oublier ce fichier',
  'import.other_file': 'Choisir un autre fichier',
  'import.see_preview': 'Voir ce qui changerait',
  'import.done': 'Importé : {{summary}}',
  'import.cancelled': 'Le fichier est oublié. Rien n’a changé.',

  'export.submit': 'M’envoyer le fichier',
  'export.kind': 'Quoi',
  'export.explained': 'Le fichier s’ouvre dans Excel ; on peut l’y modifier et l’importer à nouveau.',
  'export.asked': 'Le fichier vous arrive en message privé.',
  'export.here_one': '{{kind}} : {{count, number}} ligne.',
  'export.here_other': '{{kind}} : {{count, number}} lignes.',

  'help.import_customers': '/seats import : importer des clients ou des coordinateurs d’un fichier CSV',
  'help.import': '/seats import : importer des cours, clients ou coordinateurs d’un fichier CSV',
  'help.export': '/seats export : les recevoir en fichier CSV',

  'refusal.import.wrong_one':
    'Rien n’a été importé : {{count, number}} ligne est à corriger. Corrigez-la et choisissez à nouveau le fichier.',
  'refusal.import.wrong_other':
    'Rien n’a été importé : {{count, number}} points sont à corriger. Corrigez-les et choisissez à nouveau le fichier.',
  'refusal.file.missing': 'Choisissez un fichier.',
  'refusal.import.unknown': 'Cet import n’est plus connu. Choisissez à nouveau le fichier.',
  'refusal.import.reading': 'Le fichier est encore en lecture. Patientez un instant.',
  'refusal.import.importing': 'Ce fichier est en cours d’import. Patientez un instant.',
  'refusal.import.overtaken':
    'Quelqu’un modifie les mêmes lignes en ce moment, donc rien n’a été importé. Appuyez à nouveau sur Importer.',
  'refusal.import.done': 'Ce fichier a déjà été importé.',
  'refusal.import.cancelled': 'Ce fichier a été oublié à votre demande. Choisissez-le à nouveau.',
};
