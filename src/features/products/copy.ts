import type { Translation } from '../../core/words';

export const en = {
  'product.pack_one': '{{count, number}} seat per unit',
  'product.pack_other': '{{count, number}} seats per unit',
  'product.summary': '{{pack}} · {{courses}}',
  'product.limit_one': 'Assign within {{count, number}} day',
  'product.limit_other': 'Assign within {{count, number}} days',
  'product.no_limit': 'No limit to assign',
  'product.title': '{{name}} ({{code}})',
  'product.roles': 'Trainees become {{role}}, coordinators {{supervisor}}',
  'product.role_only': 'Trainees become {{role}}, coordinators stay out of the course',
  'product.starts': 'Starts on {{day, day}}',
  'product.starts_then': 'Starts on the day of assignment',
  'product.ends': 'Ends on {{day, day}}',
  'product.ends_never': 'Has no end',
  'product.lasts_one': 'Lasts {{count, number}} day',
  'product.lasts_other': 'Lasts {{count, number}} days',
  'product.support': 'Customer support course: {{course}}',
  'product.earlier_orders_one': '{{count, number}} order keeps the earlier terms it was sold under.',
  'product.earlier_orders_other': '{{count, number}} orders keep the earlier terms they were sold under.',
  'product.keeping_orders_one':
    '{{count, number}} order was sold already and keeps its terms, whatever you change here.',
  'product.keeping_orders_other':
    '{{count, number}} orders were sold already and keep their terms, whatever you change here.',
  'product.archive_title': 'Archive {{name}}?',
  'product.archive_question':
    'It is no longer offered for generating. Seats already sold stay as they are, and you can restore it.',
  'product.checked': 'Checked at {{time}}: nothing to put right',
  'product.found': 'Checked at {{time}}',
  'product.no_parameters': 'This product has the default everywhere, so its parameters are empty.',
  'product.paste_over': 'The form of {{name}} opens with what you paste. Nothing is saved yet.',
  'product.paste_new': 'The form of a new product opens with what you paste. Nothing is saved yet.',

  'order.courses': 'Good for: {{courses}}',

  'action.new_product': 'New product',
  'action.check_again': 'Check again',
  'action.copy_parameters': 'Copy parameters',
  'action.paste_parameters': 'Paste parameters',
  'action.fill_form': 'Fill the form',
  'action.done': 'Done',

  'title.products': 'Products',
  'title.product': 'Product',
  'title.new_product': 'New product',
  'title.edit_product': 'Edit product',
  'title.paste_parameters': 'Paste parameters',
  'title.copy_parameters': 'Copy parameters',

  'field.code.hint': 'Short and without spaces, such as EXCEL-PACK. It cannot be changed later.',
  'field.description': 'Description',
  'field.description.hint': 'For your team: what is sold, and to whom.',
  'field.pack_size': 'Seats per unit',
  'field.pack_size.hint': 'Leave empty for {{seats, number}}.',
  'field.courses': 'Courses',
  'field.courses.hint': 'Choose open courses here, write patterns below, or leave both empty for every open course.',
  'field.patterns': 'Patterns',
  'field.patterns.hint':
    '% stands for any letters and _ for one, as in EXCEL-%. Separate several with commas or lines.',
  'field.role': 'Role of trainees',
  'field.role.hint': 'Its short name in Moodle. Leave empty for {{role}}.',
  'field.supervisor_role': 'Role of coordinators',
  'field.supervisor_role.hint':
    'The short name of a role in Moodle. Empty: {{role}}. Write {{none}} to keep coordinators out.',
  'field.duration_days': 'Days in the course',
  'field.duration_days.hint': 'Counted from the first day. With an end date, the end date decides.',
  'field.product_start': 'Start date',
  'field.product_start.hint': 'Leave empty to start on the day of assignment.',
  'field.product_end': 'End date',
  'field.product_end.hint': 'Leave empty for no fixed end.',
  'field.assign_within_days': 'Days to assign',
  'field.assign_within_days.hint':
    'How long seats can be assigned, from the day they are sold. Leave empty for no limit.',
  'field.customer_support': 'Customer support course',
  'field.customer_support.hint': 'Coordinators are enrolled in it when seats are generated.',
  'field.parameters': 'Parameters',
  'field.parameters.hint': 'As the Moodle shop writes them, such as courselist=EXCEL-%,RGPD&packsize=10.',
  'field.parameters.copy': 'Select all and copy.',

  'option.no_course': 'No course',

  'products.count_one': '{{count, number}} product',
  'products.count_other': '{{count, number}} products',
  'products.empty':
    'There is no product yet. A product says what one unit is worth: how many seats, and in which courses. Create one, or paste the parameters of one from the Moodle shop.',
  'products.empty_sales': 'There is no product yet. An administrator creates them here.',
  'products.empty_search': 'No product fits “{{search}}”. Try a part of its name or code.',
  'products.wrong': 'Has errors, so it cannot be sold: open it to see them',
  'products.archived': 'Archived: no longer sold',

  'finding.error': 'To put right: {{problem}}',
  'finding.warning': 'To know: {{problem}}',
  'finding.more_one': 'and {{count, number}} more',
  'finding.more_other': 'and {{count, number}} more',
  'finding.course_unknown': 'There is no course {{course}}.',
  'finding.course_numeric':
    'No course has the short name {{course}}. If it is a Moodle id, write the short name of that course instead, or pick the course from the list.',
  'finding.course_comma':
    'The comma in {{course}} keeps the parameters from being copied. The pattern {{pattern}} can be copied; look which courses it matches.',
  'finding.course_no_match': 'No course matches {{course}} yet.',
  'finding.course_hidden': 'The course {{course}} is hidden, so nobody can be assigned to it now.',
  'finding.courses_all_hidden': 'All its courses are hidden, so no seat can be assigned now.',
  'finding.courses_unrestricted': 'It names no course, so its seats are good for every open course.',
  'finding.role_missing': 'No role of trainees is set: {{role}} is used.',
  'finding.supervisor_role_missing': 'No role of coordinators is set: {{role}} is used.',
  'finding.role_unknown':
    'Trainees have the role {{role}}, which is unknown. Whoever runs the app can add it to MOODLE_ROLES.',
  'finding.supervisor_role_unknown':
    'Coordinators have the role {{role}}, which is unknown. Whoever runs the app can add it to MOODLE_ROLES.',
  'finding.pack_size_missing': 'No number of seats per unit is set: {{seats, number}} is used.',
  'finding.start_date_invalid': 'The start date {{day}} is no day of the calendar.',
  'finding.end_date_invalid': 'The end date {{day}} is no day of the calendar.',
  'finding.end_date_reversed': 'The end date, {{end, day}}, is before the start date, {{start, day}}.',
  'finding.end_date_past': 'Its end date, {{day, day}}, has passed.',
  'finding.duration_invalid': '{{days}} is no number of days.',

  'parameters.about': '{{key}}: {{problem}}',
  'parameters.entry': '{{key}}, entry {{position, number}}: {{problem}}',
  'parameters.key_missing': '“={{value}}” has no name before it.',
  'parameters.key_unknown': '“{{key}}” is not a parameter. Check its spelling, or leave it out.',
  'parameters.key_repeated': 'it is there more than once; keep one.',
  'parameters.value_missing': 'it has no value; write one, or leave the name out too.',
  'parameters.value_too_long': 'at most {{most, number}} characters fit.',
  'parameters.value_character': 'leave out the character {{character}}.',
  'parameters.sign_bare': 'write {{write}} where {{sign}} is meant.',
  'parameters.encoding_invalid': '“{{text}}” is no encoded character. Write %25 where % is meant.',
  'parameters.number_invalid': '“{{value}}” does not fit. Write a whole number, digits alone.',
  'parameters.number_range': 'write a number from {{least, number}} to {{most, number}}.',
  'parameters.time_range': 'its date is not between {{least, day}} and {{most, day}}.',
  'parameters.course_blank': 'nothing is written between the commas.',
  'parameters.endtime_reversed': 'the end, {{end, day}}, is before the start, {{start, day}}.',

  'help.products_seen': '/seats products: see what is sold',
  'help.products': '/seats products: see and manage what is sold',

  'refusal.product.unknown': 'Choose a product from the list.',
  'refusal.product.archived': 'This product is no longer sold. Choose another one.',
  'refusal.number.range': 'Write a whole number from {{least, number}} to {{most, number}}, or leave it empty.',
  'refusal.text.character': 'Leave out the character {{character}}.',
  'refusal.moodle_role.unknown':
    'There is no role {{role}}. Write one of {{known}}; whoever runs the app can add others to MOODLE_ROLES.',
  'refusal.courses.excess':
    'These are more courses than fit into the form. Use patterns, such as EXCEL-%, or the import file.',
  'refusal.parameters.invalid': '{{problem}}',
  'refusal.parameters.comma':
    'The course {{course}} has a comma in its short name, which parameters cannot hold. The pattern {{pattern}} can be copied; look which courses it matches.',
  'refusal.product.terms_changed':
    'Someone has changed this product since you opened the form, so nothing was generated. Read its terms below, then send it again.',
  'refusal.product.changed':
    'Somebody has changed this product since you opened it, so nothing was saved. Save again to replace what they chose.',
};

type English = typeof en;

declare module '../../core/words' {
  interface Words extends English {}
}

export const fr: Translation<English> = {
  'product.pack_one': '{{count, number}} place par unité',
  'product.pack_other': '{{count, number}} places par unité',
  'product.summary': '{{pack}} · {{courses}}',
  'product.limit_one': 'À attribuer dans un délai de {{count, number}} jour',
  'product.limit_other': 'À attribuer dans un délai de {{count, number}} jours',
  'product.no_limit': 'Sans limite pour attribuer',
  'product.title': '{{name}} ({{code}})',
  'product.roles': 'Rôle des stagiaires : {{role}}, des coordinateurs : {{supervisor}}',
  'product.role_only': 'Rôle des stagiaires : {{role}}, les coordinateurs n’entrent pas dans le cours',
  'product.starts': 'Commence le {{day, day}}',
  'product.starts_then': 'Commence le jour de l’attribution',
  'product.ends': 'Prend fin le {{day, day}}',
  'product.ends_never': 'Sans fin',
  'product.lasts_one': 'Dure {{count, number}} jour',
  'product.lasts_other': 'Dure {{count, number}} jours',
  'product.support': 'Cours d’assistance : {{course}}',
  'product.earlier_orders_one': '{{count, number}} commande garde les conditions antérieures de sa vente.',
  'product.earlier_orders_other': '{{count, number}} commandes gardent les conditions antérieures de leur vente.',
  'product.keeping_orders_one':
    '{{count, number}} commande est déjà vendue et garde ses conditions, quoi que vous changiez ici.',
  'product.keeping_orders_other':
    '{{count, number}} commandes sont déjà vendues et gardent leurs conditions, quoi que vous changiez ici.',
  'product.archive_title': 'Archiver {{name}} ?',
  'product.archive_question':
    'Il n’est plus proposé pour créer des places. Les places déjà vendues restent comme elles sont, et vous pouvez le rétablir.',
  'product.checked': 'Vérifié à {{time}} : rien à corriger',
  'product.found': 'Vérifié à {{time}}',
  'product.no_parameters': 'Ce produit a partout les valeurs par défaut : ses paramètres sont vides.',
  'product.paste_over': 'Le formulaire de {{name}} s’ouvre avec ce que vous collez. Rien n’est encore enregistré.',
  'product.paste_new':
    'Le formulaire d’un nouveau produit s’ouvre avec ce que vous collez. Rien n’est encore enregistré.',

  'order.courses': 'Valable pour : {{courses}}',

  'action.new_product': 'Nouveau produit',
  'action.check_again': 'Vérifier à nouveau',
  'action.copy_parameters': 'Copier les paramètres',
  'action.paste_parameters': 'Coller des paramètres',
  'action.fill_form': 'Remplir le formulaire',
  'action.done': 'Terminé',

  'title.products': 'Produits',
  'title.product': 'Produit',
  'title.new_product': 'Nouveau produit',
  'title.edit_product': 'Modifier le produit',
  'title.paste_parameters': 'Coller des paramètres',
  'title.copy_parameters': 'Copier les paramètres',

  'field.code.hint': 'Court et sans espaces, par exemple EXCEL-PACK. Il ne peut plus être changé ensuite.',
  'field.description': 'Description',
  'field.description.hint': 'Pour votre équipe : ce qui est vendu, et à qui.',
  'field.pack_size': 'Places par unité',
  'field.pack_size.hint': 'Laissez vide pour {{seats, number}}.',
  'field.courses': 'Cours',
  'field.courses.hint':
    'Choisissez ici des cours ouverts, écrivez des modèles plus bas, ou laissez les deux vides pour tous les cours ouverts.',
  'field.patterns': 'Modèles',
  'field.patterns.hint':
    '% remplace n’importe quelles lettres et _ une seule, comme dans EXCEL-%. Séparez-en plusieurs par des virgules ou des lignes.',
  'field.role': 'Rôle des stagiaires',
  'field.role.hint': 'Son nom abrégé dans Moodle. Laissez vide pour {{role}}.',
  'field.supervisor_role': 'Rôle des coordinateurs',
  'field.supervisor_role.hint':
    'Le nom abrégé d’un rôle dans Moodle. Vide : {{role}}. Écrivez {{none}} pour que les coordinateurs n’y entrent pas.',
  'field.duration_days': 'Jours dans le cours',
  'field.duration_days.hint': 'Comptés à partir du premier jour. S’il y a une date de fin, c’est elle qui décide.',
  'field.product_start': 'Date de début',
  'field.product_start.hint': 'Laissez vide pour commencer le jour de l’attribution.',
  'field.product_end': 'Date de fin',
  'field.product_end.hint': 'Laissez vide s’il n’y a pas de fin fixe.',
  'field.assign_within_days': 'Jours pour attribuer',
  'field.assign_within_days.hint':
    'Durée pendant laquelle les places peuvent être attribuées, dès la vente. Laissez vide s’il n’y a pas de limite.',
  'field.customer_support': 'Cours d’assistance',
  'field.customer_support.hint': 'Les coordinateurs y sont inscrits quand des places sont créées.',
  'field.parameters': 'Paramètres',
  'field.parameters.hint': 'Comme la boutique Moodle les écrit, par exemple courselist=EXCEL-%,RGPD&packsize=10.',
  'field.parameters.copy': 'Sélectionnez tout et copiez.',

  'option.no_course': 'Aucun cours',

  'products.count_one': '{{count, number}} produit',
  'products.count_other': '{{count, number}} produits',
  'products.empty':
    'Il n’y a pas encore de produit. Un produit dit ce que vaut une unité : combien de places, et dans quels cours. Créez-en un, ou collez les paramètres de l’un de ceux de la boutique Moodle.',
  'products.empty_sales': 'Il n’y a pas encore de produit. Un administrateur les crée ici.',
  'products.empty_search':
    'Aucun produit ne correspond à « {{search}} ». Essayez une partie de son nom ou de son code.',
  'products.wrong': 'Comporte des erreurs : il ne peut pas être vendu. Ouvrez-le pour les voir',
  'products.archived': 'Archivé : n’est plus vendu',

  'finding.error': 'À corriger : {{problem}}',
  'finding.warning': 'À savoir : {{problem}}',
  'finding.more_one': 'et {{count, number}} de plus',
  'finding.more_other': 'et {{count, number}} de plus',
  'finding.course_unknown': 'Il n’y a pas de cours {{course}}.',
  'finding.course_numeric':
    'Aucun cours n’a le nom abrégé {{course}}. Si c’est un identifiant Moodle, écrivez plutôt le nom abrégé de ce cours, ou choisissez le cours dans la liste.',
  'finding.course_comma':
    'La virgule de {{course}} empêche de copier les paramètres. Le modèle {{pattern}} peut être copié ; regardez à quels cours il correspond.',
  'finding.course_no_match': 'Aucun cours ne correspond encore à {{course}}.',
  'finding.course_hidden': 'Le cours {{course}} est caché : personne ne peut y être inscrit pour l’instant.',
  'finding.courses_all_hidden': 'Tous ses cours sont cachés : aucune place ne peut être attribuée pour l’instant.',
  'finding.courses_unrestricted': 'Il ne nomme aucun cours : ses places sont valables pour tous les cours ouverts.',
  'finding.role_missing': 'Aucun rôle des stagiaires n’est choisi : {{role}} est utilisé.',
  'finding.supervisor_role_missing': 'Aucun rôle des coordinateurs n’est choisi : {{role}} est utilisé.',
  'finding.role_unknown':
    'Les stagiaires ont le rôle {{role}}, qui est inconnu. Qui gère l’application peut l’ajouter à MOODLE_ROLES.',
  'finding.supervisor_role_unknown':
    'Les coordinateurs ont le rôle {{role}}, qui est inconnu. Qui gère l’application peut l’ajouter à MOODLE_ROLES.',
  'finding.pack_size_missing': 'Aucun nombre de places par unité n’est choisi : {{seats, number}} est utilisé.',
  'finding.start_date_invalid': 'La date de début {{day}} n’est pas un jour du calendrier.',
  'finding.end_date_invalid': 'La date de fin {{day}} n’est pas un jour du calendrier.',
  'finding.end_date_reversed': 'La date de fin, {{end, day}}, est avant la date de début, {{start, day}}.',
  'finding.end_date_past': 'Sa date de fin, {{day, day}}, est passée.',
  'finding.duration_invalid': '{{days}} n’est pas un nombre de jours.',

  'parameters.about': '{{key}} : {{problem}}',
  'parameters.entry': '{{key}}, élément {{position, number}} : {{problem}}',
  'parameters.key_missing': '« ={{value}} » n’a pas de nom devant.',
  'parameters.key_unknown': '« {{key}} » n’est pas un paramètre. Vérifiez l’orthographe, ou retirez-le.',
  'parameters.key_repeated': 'il y est plusieurs fois ; gardez-en un.',
  'parameters.value_missing': 'il n’a pas de valeur ; écrivez-en une, ou retirez aussi le nom.',
  'parameters.value_too_long': '{{most, number}} caractères au plus.',
  'parameters.value_character': 'retirez le caractère {{character}}.',
  'parameters.sign_bare': 'écrivez {{write}} là où {{sign}} est voulu.',
  'parameters.encoding_invalid': '« {{text}} » n’est pas un caractère encodé. Écrivez %25 là où % est voulu.',
  'parameters.number_invalid': '« {{value}} » ne convient pas. Écrivez un nombre entier, en chiffres seuls.',
  'parameters.number_range': 'écrivez un nombre de {{least, number}} à {{most, number}}.',
  'parameters.time_range': 'sa date n’est pas entre le {{least, day}} et le {{most, day}}.',
  'parameters.course_blank': 'rien n’est écrit entre les virgules.',
  'parameters.endtime_reversed': 'la fin, {{end, day}}, est avant le début, {{start, day}}.',

  'help.products_seen': '/seats products : voir ce qui est vendu',
  'help.products': '/seats products : voir ce qui est vendu, et le tenir à jour',

  'refusal.product.unknown': 'Choisissez un produit dans la liste.',
  'refusal.product.archived': 'Ce produit n’est plus vendu. Choisissez-en un autre.',
  'refusal.number.range': 'Écrivez un nombre entier de {{least, number}} à {{most, number}}, ou laissez vide.',
  'refusal.text.character': 'Retirez le caractère {{character}}.',
  'refusal.moodle_role.unknown':
    'Il n’y a pas de rôle {{role}}. Écrivez l’un de {{known}} ; qui gère l’application peut en ajouter à MOODLE_ROLES.',
  'refusal.courses.excess':
    'Ces cours sont trop nombreux pour le formulaire. Utilisez des modèles, comme EXCEL-%, ou le fichier d’import.',
  'refusal.parameters.invalid': '{{problem}}',
  'refusal.parameters.comma':
    'Le cours {{course}} a une virgule dans son nom abrégé, ce que les paramètres ne permettent pas. Le modèle {{pattern}} peut être copié ; regardez à quels cours il correspond.',
  'refusal.product.terms_changed':
    'Quelqu’un a modifié ce produit depuis que vous avez ouvert le formulaire, donc rien n’a été généré. Relisez ses conditions ci-dessous, puis renvoyez le formulaire.',
  'refusal.product.changed':
    'Quelqu’un a modifié ce produit depuis que vous l’avez ouvert, donc rien n’a été enregistré. Enregistrez à nouveau pour remplacer son choix.',
};
