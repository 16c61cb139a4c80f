import type { Translation } from '../../core/words';

export const en = {
  'sheet.file.empty': 'The file has no rows below its header.',
  'sheet.file.not_text': 'This isn’t a text file. Save it as CSV and try again.',
  'sheet.file.workbook': 'This is a workbook. In Excel, choose “Save as”, then “CSV UTF-8”.',
  'sheet.file.web_page': 'This is a web page saved as CSV. Open it in Excel, choose “Save as”, then “CSV UTF-8”.',
  'sheet.file.encoding':
    'We can’t tell how letters such as é are written in this file. Save it as UTF-8 (in Excel: “Save as”, “CSV UTF-8”) and try again.',
  'sheet.file.garbled':
    'Some letters were already damaged when this file was saved, such as “SÃ©curitÃ©” for “Sécurité”. Go back to the original file and save that as “CSV UTF-8”.',
  'sheet.file.people':
    'This is a list of people, and people aren’t imported here. Assign them seats with /seats assign instead.',
  'sheet.file.quote': 'A quote (") opens here and never closes.',
  'sheet.file.too_many_rows':
    'The file has {{rows, number}} rows, and you can import {{most, number}} at a time. Split it.',
  'sheet.header.unknown':
    'The first row names the columns: shortname, name, open for courses; code, name, channel, timezone, locale for customers; customer, team, user for coordinators.',
  'sheet.header.below': 'This row names the columns. Delete the rows above it.',
  'sheet.header.separator':
    'The cells are separated by “{{separator}}”. Save the file with commas, semicolons or tabs between them.',
  'sheet.column.missing': 'The column {{column}} is missing.',
  'sheet.column.unknown': 'There’s no column {{column}}. Use {{columns}}.',
  'sheet.column.repeated': 'The column {{column}} is there twice.',
  'sheet.cell.extra': 'This row has more cells than there are columns.',
  'sheet.cell.empty': '{{column}} is empty.',
  'sheet.cell.too_long': '{{column}} is longer than {{most, number}} characters.',
  'sheet.cell.backslash': '{{column}} is “{{value}}”: it can’t contain \\.',
  'sheet.cell.code': '{{column}} is “{{value}}”: it can’t contain spaces, % or \\.',
  'sheet.cell.open': '{{column}} is “{{value}}”: use yes or no.',
  'sheet.cell.slack_id': '{{column}} is “{{value}}”: use a Slack ID, which starts with one of {{letters}}.',
  'sheet.cell.timezone': '{{column}} is “{{value}}”: use a time zone such as Europe/Paris.',
  'sheet.cell.locale': '{{column}} is “{{value}}”: use one of {{locales}}.',
  'sheet.cell.quota':
    '{{column}} is “{{value}}”: use a whole number from 1 to {{most, number}}, or nothing for no limit.',
  'sheet.row.repeated': '{{value}} is already in row {{first, number}}.',
  'sheet.row.separator':
    'The cells are separated by “{{separator}}”, but the header uses another character. Use the same one everywhere.',
  'sheet.customer.unknown': 'There’s no customer {{value}}. Import customers first.',
  'sheet.product.unknown': 'There’s no product {{value}}. Use codes separated by spaces, or nothing for all products.',
  'sheet.channel.taken': '{{value}} is already {{customer}}’s channel. Each customer needs their own.',
  'sheet.file.too_large': 'The file is larger than {{most, number}} MB. Split it.',
  'sheet.file.gone': 'We couldn’t read the file: it was deleted, or the app can’t see it. Choose it again.',
  'sheet.file.not_yours': 'This isn’t a file you just chose. Choose yours again.',
  'sheet.file.not_allowed': 'Only administrators can import courses. Send them this file.',

  'title.import': 'Import a file',
  'title.export': 'Export a file',

  'sheet_kind.courses': 'Courses',
  'sheet_kind.customers': 'Customers',
  'sheet_kind.coordinators': 'Coordinators',

  'import.submit_file': 'Check the file',
  'import.file': 'A CSV file',
  'import.file_hint': 'As saved by Excel. You’ll see what would change before anything does.',
  'import.columns':
    'The first row names the columns. Courses: shortname, name, open. Customers: code, name, channel, timezone, locale. Coordinators: customer, team, user, products (codes separated by spaces; empty: all), quota (empty: none). An export is a good file to start from.',
  'import.reading':
    'Reading the file. What would change will appear here in a moment. If you close this, you’ll get it as a direct message.',
  'import.importing': 'Importing. You’ll see here when it’s done. If you close this, you’ll get a direct message.',
  'import.created_one': '{{count, number}} new',
  'import.created_other': '{{count, number}} new',
  'import.updated_one': '{{count, number}} changed',
  'import.updated_other': '{{count, number}} changed',
  'import.unchanged_one': '{{count, number}} unchanged',
  'import.unchanged_other': '{{count, number}} unchanged',
  'import.problems_one': '{{count, number}} thing to fix',
  'import.problems_other': '{{count, number}} things to fix',
  'import.line': 'Row {{row, number}}: {{text}}',
  'import.said_of': '{{what}}: {{text}}',
  'import.is_new': '{{what}} is new.',
  'import.correct': 'Nothing was changed. Fix the file and choose it again.',
  'import.nothing_new': 'There’s nothing to import: everything already matches the file.',
  'import.overtaken_one':
    'Nothing was imported: {{count, number}} row would overwrite what someone changed after this preview. It comes first, as it is now. Press Import again to overwrite it.',
  'import.overtaken_other':
    'Nothing was imported: {{count, number}} rows would overwrite what someone changed after this preview. They come first, as they are now. Press Import again to overwrite them.',
  'import.all_or_nothing':
    'Nothing is imported until you press Import, and then either all of it or nothing. What the file leaves out stays as it is. If you close this, you’ll find the file under /seats import until tomorrow.',
  'import.later': 'Decide later',
  'import.undecided': 'You haven’t decided on your last file yet. {{summary}}',
  'import.confirm': 'Import',
  'import.cancel': 'Discard this file',
  'import.other_file': 'Choose another file',
  'import.see_preview': 'See what would change',
  'import.done': 'Imported: {{summary}}',
  'import.cancelled': 'The file was discarded, and nothing was changed.',

  'export.submit': 'Send me the file',
  'export.kind': 'What',
  'export.explained': 'The file opens in Excel. You can edit it there and import it again.',
  'export.asked': 'You’ll get the file as a direct message.',
  'export.here_one': '{{kind}}: {{count, number}} row.',
  'export.here_other': '{{kind}}: {{count, number}} rows.',

  'help.import_customers': '/seats import: import customers or coordinators from a CSV file',
  'help.import': '/seats import: import courses, customers or coordinators from a CSV file',
  'help.export': '/seats export: export them to a CSV file',

  'refusal.import.wrong_one':
    'Nothing was imported: {{count, number}} row has a problem. Fix it and choose the file again.',
  'refusal.import.wrong_other':
    'Nothing was imported: {{count, number}} rows have problems. Fix them and choose the file again.',
  'refusal.file.missing': 'Choose a file.',
  'refusal.import.unknown': 'We no longer have this import. Choose the file again.',
  'refusal.import.reading': 'The file is still being read. Wait a moment.',
  'refusal.import.importing': 'This file is being imported. Wait a moment.',
  'refusal.import.overtaken':
    'Someone is changing the same rows right now, so nothing was imported. Press Import again.',
  'refusal.import.done': 'This file has already been imported.',
  'refusal.import.cancelled': 'You discarded this file. Choose it again.',
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
    'C’est une page web enregistrée en CSV. Ouvrez-la dans Excel, choisissez « Enregistrer sous », puis « CSV UTF-8 ».',
  'sheet.file.encoding':
    'Nous ne savons pas comment lire les lettres comme é dans ce fichier. Enregistrez-le en UTF-8 (dans Excel : « Enregistrer sous », « CSV UTF-8 ») et réessayez.',
  'sheet.file.garbled':
    'Certaines lettres étaient déjà abîmées à l’enregistrement de ce fichier, comme « SÃ©curitÃ© » pour « Sécurité ». Repartez du fichier d’origine et enregistrez-le en « CSV UTF-8 ».',
  'sheet.file.people':
    'C’est une liste de personnes, et les personnes ne s’importent pas ici. Attribuez-leur plutôt des places avec /seats assign.',
  'sheet.file.quote': 'Un guillemet (") s’ouvre ici et ne se ferme jamais.',
  'sheet.file.too_many_rows':
    'Le fichier a {{rows, number}} lignes, et {{most, number}} au maximum peuvent être importées à la fois. Scindez-le.',
  'sheet.header.unknown':
    'La première ligne nomme les colonnes : shortname, name, open pour les cours ; code, name, channel, timezone, locale pour les clients ; customer, team, user pour les coordinateurs.',
  'sheet.header.below': 'Cette ligne nomme les colonnes. Supprimez les lignes au-dessus.',
  'sheet.header.separator':
    'Les cellules sont séparées par « {{separator}} ». Enregistrez le fichier avec des virgules, points-virgules ou tabulations.',
  'sheet.column.missing': 'La colonne {{column}} manque.',
  'sheet.column.unknown': 'Il n’y a pas de colonne {{column}}. Utilisez {{columns}}.',
  'sheet.column.repeated': 'La colonne {{column}} y est deux fois.',
  'sheet.cell.extra': 'Cette ligne a plus de cellules qu’il n’y a de colonnes.',
  'sheet.cell.empty': '{{column}} est vide.',
  'sheet.cell.too_long': '{{column}} dépasse {{most, number}} caractères.',
  'sheet.cell.backslash': '{{column}} vaut « {{value}} » : \\ n’est pas permis.',
  'sheet.cell.code': '{{column}} vaut « {{value}} » : ni espace, ni %, ni \\.',
  'sheet.cell.open': '{{column}} vaut « {{value}} » : mettez oui ou non.',
  'sheet.cell.slack_id':
    '{{column}} vaut « {{value}} » : mettez un identifiant Slack, qui commence par l’une des lettres {{letters}}.',
  'sheet.cell.timezone': '{{column}} vaut « {{value}} » : mettez un fuseau horaire comme Europe/Paris.',
  'sheet.cell.locale': '{{column}} vaut « {{value}} » : mettez l’une de ces langues : {{locales}}.',
  'sheet.cell.quota':
    '{{column}} vaut « {{value}} » : mettez un nombre entier de 1 à {{most, number}}, ou rien pour ne pas limiter.',
  'sheet.row.repeated': '{{value}} est déjà à la ligne {{first, number}}.',
  'sheet.row.separator':
    'Les cellules sont séparées par « {{separator}} », mais l’en-tête par un autre signe. Gardez le même partout.',
  'sheet.customer.unknown': 'Il n’y a pas de client {{value}}. Importez d’abord les clients.',
  'sheet.product.unknown':
    'Il n’y a pas de produit {{value}}. Mettez des codes séparés par des espaces, ou rien pour tous les produits.',
  'sheet.channel.taken': '{{value}} est déjà le canal {{customer, of}}. Chaque client a le sien.',
  'sheet.file.too_large': 'Le fichier dépasse {{most, number}} Mo. Scindez-le.',
  'sheet.file.gone':
    'Le fichier n’a pas pu être lu : il a été supprimé, ou l’application ne peut pas le voir. Choisissez-le de nouveau.',
  'sheet.file.not_yours': 'Ce n’est pas un fichier que vous venez de choisir. Choisissez de nouveau le vôtre.',
  'sheet.file.not_allowed': 'Seuls les administrateurs peuvent importer des cours. Envoyez-leur ce fichier.',

  'title.import': 'Importer un fichier',
  'title.export': 'Exporter un fichier',

  'sheet_kind.courses': 'Cours',
  'sheet_kind.customers': 'Clients',
  'sheet_kind.coordinators': 'Coordinateurs',

  'import.submit_file': 'Vérifier le fichier',
  'import.file': 'Un fichier CSV',
  'import.file_hint': 'Tel qu’Excel l’enregistre. Vous verrez ce qui changerait avant que rien ne change.',
  'import.columns':
    'La première ligne nomme les colonnes. Cours : shortname, name, open. Clients : code, name, channel, timezone, locale. Coordinateurs : customer, team, user, products (codes séparés par des espaces ; vide : tous), quota (vide : aucun). Un export est un bon point de départ.',
  'import.reading':
    'Lecture du fichier. Ce qui changerait s’affichera ici dans un instant. Si vous fermez, vous le recevrez en message direct.',
  'import.importing':
    'Import en cours. Le résultat s’affichera ici. Si vous fermez, vous le recevrez en message direct.',
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
  'import.correct': 'Rien n’a changé. Corrigez le fichier et choisissez-le de nouveau.',
  'import.nothing_new': 'Il n’y a rien à importer : tout correspond déjà au fichier.',
  'import.overtaken_one':
    'Rien n’a été importé : {{count, number}} ligne remplacerait ce que quelqu’un a modifié depuis cet aperçu. Elle vient en premier, dans son état actuel. Appuyez à nouveau sur Importer pour le remplacer.',
  'import.overtaken_other':
    'Rien n’a été importé : {{count, number}} lignes remplaceraient ce que quelqu’un a modifié depuis cet aperçu. Elles viennent en premier, dans leur état actuel. Appuyez à nouveau sur Importer pour le remplacer.',
  'import.all_or_nothing':
    'Rien n’est importé avant que vous appuyiez sur Importer, puis tout ou rien. Ce que le fichier ne contient pas reste tel quel. Si vous fermez, vous retrouverez le fichier jusqu’à demain sous /seats import.',
  'import.later': 'Décider plus tard',
  'import.undecided': 'Vous n’avez pas encore décidé pour votre dernier fichier. {{summary}}',
  'import.confirm': 'Importer',
  'import.cancel': 'Abandonner ce fichier',
  'import.other_file': 'Choisir un autre fichier',
  'import.see_preview': 'Voir ce qui changerait',
  'import.done': 'Importé : {{summary}}',
  'import.cancelled': 'Le fichier est abandonné, et rien n’a changé.',

  'export.submit': 'M’envoyer le fichier',
  'export.kind': 'Quoi',
  'export.explained': 'Le fichier s’ouvre dans Excel. Vous pouvez l’y modifier et l’importer de nouveau.',
  'export.asked': 'Vous recevrez le fichier en message direct.',
  'export.here_one': '{{kind}} : {{count, number}} ligne.',
  'export.here_other': '{{kind}} : {{count, number}} lignes.',

  'help.import_customers': '/seats import : importer des clients ou des coordinateurs d’un fichier CSV',
  'help.import': '/seats import : importer des cours, clients ou coordinateurs d’un fichier CSV',
  'help.export': '/seats export : les exporter dans un fichier CSV',

  'refusal.import.wrong_one':
    'Rien n’a été importé : {{count, number}} ligne est à corriger. Corrigez-la et choisissez de nouveau le fichier.',
  'refusal.import.wrong_other':
    'Rien n’a été importé : {{count, number}} lignes sont à corriger. Corrigez-les et choisissez de nouveau le fichier.',
  'refusal.file.missing': 'Choisissez un fichier.',
  'refusal.import.unknown': 'Cet import n’existe plus. Choisissez de nouveau le fichier.',
  'refusal.import.reading': 'Le fichier est encore en lecture. Patientez un instant.',
  'refusal.import.importing': 'Ce fichier est en cours d’import. Patientez un instant.',
  'refusal.import.overtaken':
    'Quelqu’un modifie les mêmes lignes en ce moment : rien n’a été importé. Appuyez de nouveau sur Importer.',
  'refusal.import.done': 'Ce fichier a déjà été importé.',
  'refusal.import.cancelled': 'Vous avez abandonné ce fichier. Choisissez-le de nouveau.',
};
