import type { Translation } from '../../core/words';

export const en = {
  'product.pack_one': '{{count, number}} seat per unit',
  'product.pack_other': '{{count, number}} seats per unit',
  'product.summary': '{{pack}} · {{courses}}',
  'product.limit_one': 'Assign within {{count, number}} day',
  'product.limit_other': 'Assign within {{count, number}} days',
  'product.no_limit': 'No assignment deadline',
  'product.title': '{{name}} ({{code}})',
  'product.roles': 'Trainees become {{role}}, coordinators {{supervisor}}',
  'product.role_only': 'Trainees become {{role}}, coordinators aren’t enrolled',
  'product.starts': 'Starts on {{day, day}}',
  'product.starts_then': 'Starts when it’s assigned',
  'product.ends': 'Ends on {{day, day}}',
  'product.ends_never': 'No end date',
  'product.lasts_one': 'Lasts {{count, number}} day',
  'product.lasts_other': 'Lasts {{count, number}} days',
  'product.support': 'Customer support course: {{course}}',
  'product.earlier_orders_one': '{{count, number}} order keeps the terms it was sold with.',
  'product.earlier_orders_other': '{{count, number}} orders keep the terms they were sold with.',
  'product.keeping_orders_one': '{{count, number}} order has already been sold and keeps its terms.',
  'product.keeping_orders_other': '{{count, number}} orders have already been sold and keep their terms.',
  'product.archive_title': 'Archive {{name}}?',
  'product.archive_question':
    'It’s no longer offered for sale. Seats already sold aren’t affected, and you can restore it.',
  'product.checked': 'Checked at {{time}}: no problems',
  'product.found': 'Checked at {{time}}',
  'product.no_parameters': 'This product uses the defaults everywhere, so it has no parameters.',
  'product.paste_over': 'The form for {{name}} opens with what you paste. Nothing is saved yet.',
  'product.paste_new': 'A new product’s form opens with what you paste. Nothing is saved yet.',

  'order.courses': 'Valid for: {{courses}}',

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

  'field.code.hint': 'Short and without spaces, such as EXCEL-PACK. It can’t be changed later.',
  'field.description': 'Description',
  'field.description.hint': 'For your team: what’s sold, and to whom.',
  'field.pack_size': 'Seats per unit',
  'field.pack_size.hint': 'Leave empty for {{seats, number}}.',
  'field.courses': 'Courses',
  'field.courses.hint': 'Choose open courses here, add patterns below, or leave both empty for every open course.',
  'field.patterns': 'Patterns',
  'field.patterns.hint':
    '% stands for any letters and _ for a single one, as in EXCEL-%. Separate several with commas or new lines.',
  'field.role': 'Role of trainees',
  'field.role.hint': 'Its short name in Moodle. Leave empty for {{role}}.',
  'field.supervisor_role': 'Role of coordinators',
  'field.supervisor_role.hint':
    'Its short name in Moodle. Leave empty for {{role}}. Enter {{none}} to keep coordinators out.',
  'field.duration_days': 'Days in the course',
  'field.duration_days.hint': 'Counted from the first day. An end date takes precedence.',
  'field.product_start': 'Start date',
  'field.product_start.hint': 'Leave empty to start on the day of assignment.',
  'field.product_end': 'End date',
  'field.product_end.hint': 'Leave empty for no fixed end.',
  'field.assign_within_days': 'Days to assign',
  'field.assign_within_days.hint': 'How long seats can be assigned after they’re sold. Leave empty for no limit.',
  'field.customer_support': 'Customer support course',
  'field.customer_support.hint': 'Coordinators are enrolled in it when seats are generated.',
  'field.parameters': 'Parameters',
  'field.parameters.hint': 'As the Moodle shop writes them, such as courselist=EXCEL-%,RGPD&packsize=10.',
  'field.parameters.copy': 'Select all and copy.',

  'option.no_course': 'No course',

  'products.count_one': '{{count, number}} product',
  'products.count_other': '{{count, number}} products',
  'products.empty':
    'There are no products yet. A product says how many seats one unit holds, and for which courses. Create one, or paste one’s parameters from the Moodle shop.',
  'products.empty_sales': 'There are no products yet. Administrators create them here.',
  'products.empty_search': 'No product matches “{{search}}”. Try part of its name or code.',
  'products.wrong': 'Can’t be sold because of errors. Open it to see them',
  'products.archived': 'Archived: no longer sold',

  'finding.error': 'Error: {{problem}}',
  'finding.warning': 'Note: {{problem}}',
  'finding.more_one': 'and {{count, number}} more',
  'finding.more_other': 'and {{count, number}} more',
  'finding.course_unknown': 'There’s no course {{course}}.',
  'finding.course_numeric':
    'No course has the short name {{course}}. If that’s a Moodle ID, use the course’s short name instead, or choose the course from the list.',
  'finding.course_comma':
    'The comma in {{course}} keeps the parameters from being copied. You can copy the pattern {{pattern}} instead. Check which courses it matches.',
  'finding.course_no_match': 'No course matches {{course}} yet.',
  'finding.course_hidden': 'The course {{course}} is hidden, so no one can be assigned to it right now.',
  'finding.courses_all_hidden': 'All its courses are hidden, so no seats can be assigned right now.',
  'finding.courses_unrestricted': 'It has no courses of its own, so its seats are valid for every open course.',
  'finding.role_missing': 'No trainee role is set, so {{role}} is used.',
  'finding.supervisor_role_missing': 'No coordinator role is set, so {{role}} is used.',
  'finding.role_unknown':
    'The trainee role {{role}} is unknown. The person who runs the app can add it to MOODLE_ROLES.',
  'finding.supervisor_role_unknown':
    'The coordinator role {{role}} is unknown. The person who runs the app can add it to MOODLE_ROLES.',
  'finding.pack_size_missing': 'The number of seats per unit isn’t set, so {{seats, number}} is used.',
  'finding.start_date_invalid': 'The start date {{day}} doesn’t exist.',
  'finding.end_date_invalid': 'The end date {{day}} doesn’t exist.',
  'finding.end_date_reversed': 'The end date, {{end, day}}, is before the start date, {{start, day}}.',
  'finding.end_date_past': 'Its end date, {{day, day}}, has passed.',
  'finding.duration_invalid': '{{days}} isn’t a number of days.',

  'parameters.about': '{{key}}: {{problem}}',
  'parameters.entry': '{{key}}, entry {{position, number}}: {{problem}}',
  'parameters.key_missing': '“={{value}}” has no name before it.',
  'parameters.key_unknown': '“{{key}}” isn’t a parameter. Check its spelling, or leave it out.',
  'parameters.key_repeated': 'it’s there more than once. Keep one.',
  'parameters.value_missing': 'it has no value. Add one, or leave the name out too.',
  'parameters.value_too_long': 'use {{most, number}} characters at most.',
  'parameters.value_character': 'leave out the character {{character}}.',
  'parameters.sign_bare': 'use {{write}} for {{sign}}.',
  'parameters.encoding_invalid': '“{{text}}” isn’t an encoded character. Use %25 for %.',
  'parameters.number_invalid': '“{{value}}” isn’t a whole number. Use digits only.',
  'parameters.number_range': 'use a number from {{least, number}} to {{most, number}}.',
  'parameters.time_range': 'its date isn’t between {{least, day}} and {{most, day}}.',
  'parameters.course_blank': 'there’s nothing between the commas.',
  'parameters.endtime_reversed': 'the end, {{end, day}}, is before the start, {{start, day}}.',

  'help.products_seen': '/seats products: see what’s sold',
  'help.products': '/seats products: see and manage what’s sold',

  'refusal.product.unknown': 'Choose a product from the list.',
  'refusal.product.archived': 'This product is no longer sold. Choose another one.',
  'refusal.number.range': 'Enter a whole number from {{least, number}} to {{most, number}}, or leave it empty.',
  'refusal.text.character': 'Leave out the character {{character}}.',
  'refusal.moodle_role.unknown':
    'There’s no role {{role}}. Use one of {{known}}. The person who runs the app can add others to MOODLE_ROLES.',
  'refusal.courses.excess':
    'There are too many courses for the form. Use patterns, such as EXCEL-%, or the import file.',
  'refusal.parameters.invalid': '{{problem}}',
  'refusal.parameters.comma':
    'The course {{course}} has a comma in its short name, which parameters can’t contain. You can copy the pattern {{pattern}} instead. Check which courses it matches.',
  'refusal.product.terms_changed':
    'Someone changed this product after you opened the form, so nothing was generated. Check the terms below, then send it again.',
  'refusal.product.changed':
    'Someone changed this product after you opened it, so nothing was saved. Save again to replace their changes.',
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
  'product.no_limit': 'Sans date limite d’attribution',
  'product.title': '{{name}} ({{code}})',
  'product.roles': 'Rôle des stagiaires : {{role}}, des coordinateurs : {{supervisor}}',
  'product.role_only': 'Rôle des stagiaires : {{role}}, les coordinateurs ne sont pas inscrits',
  'product.starts': 'Commence le {{day, day}}',
  'product.starts_then': 'Commence le jour de l’attribution',
  'product.ends': 'Prend fin le {{day, day}}',
  'product.ends_never': 'Sans date de fin',
  'product.lasts_one': 'Dure {{count, number}} jour',
  'product.lasts_other': 'Dure {{count, number}} jours',
  'product.support': 'Cours d’assistance : {{course}}',
  'product.earlier_orders_one': '{{count, number}} commande garde les conditions de sa vente.',
  'product.earlier_orders_other': '{{count, number}} commandes gardent les conditions de leur vente.',
  'product.keeping_orders_one': '{{count, number}} commande déjà vendue garde ses conditions.',
  'product.keeping_orders_other': '{{count, number}} commandes déjà vendues gardent leurs conditions.',
  'product.archive_title': 'Archiver {{name}} ?',
  'product.archive_question':
    'Il n’est plus proposé à la vente. Les places déjà vendues ne changent pas, et vous pouvez le restaurer.',
  'product.checked': 'Vérifié à {{time}} : rien à corriger',
  'product.found': 'Vérifié à {{time}}',
  'product.no_parameters': 'Ce produit garde partout les valeurs par défaut : il n’a pas de paramètres.',
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

  'field.code.hint': 'Court et sans espaces, par exemple EXCEL-PACK. Il ne peut plus changer.',
  'field.description': 'Description',
  'field.description.hint': 'Pour votre équipe : ce qui est vendu, et à qui.',
  'field.pack_size': 'Places par unité',
  'field.pack_size.hint': 'Laissez vide pour {{seats, number}}.',
  'field.courses': 'Cours',
  'field.courses.hint':
    'Choisissez ici des cours ouverts, ajoutez des modèles plus bas, ou laissez les deux vides pour tous les cours ouverts.',
  'field.patterns': 'Modèles',
  'field.patterns.hint':
    '% remplace n’importe quelles lettres et _ une seule, comme dans EXCEL-%. Séparez-les par des virgules ou des retours à la ligne.',
  'field.role': 'Rôle des stagiaires',
  'field.role.hint': 'Son nom abrégé dans Moodle. Laissez vide pour {{role}}.',
  'field.supervisor_role': 'Rôle des coordinateurs',
  'field.supervisor_role.hint':
    'Son nom abrégé dans Moodle. Laissez vide pour {{role}}. Saisissez {{none}} pour ne pas inscrire les coordinateurs.',
  'field.duration_days': 'Jours dans le cours',
  'field.duration_days.hint': 'Comptés à partir du premier jour. S’il y a une date de fin, c’est elle qui décide.',
  'field.product_start': 'Date de début',
  'field.product_start.hint': 'Laissez vide pour commencer le jour de l’attribution.',
  'field.product_end': 'Date de fin',
  'field.product_end.hint': 'Laissez vide s’il n’y a pas de fin fixe.',
  'field.assign_within_days': 'Jours pour attribuer',
  'field.assign_within_days.hint':
    'Durée pendant laquelle les places peuvent être attribuées après la vente. Laissez vide pour ne pas limiter.',
  'field.customer_support': 'Cours d’assistance',
  'field.customer_support.hint': 'Les coordinateurs y sont inscrits quand des places sont créées.',
  'field.parameters': 'Paramètres',
  'field.parameters.hint': 'Comme la boutique Moodle les écrit, par exemple courselist=EXCEL-%,RGPD&packsize=10.',
  'field.parameters.copy': 'Sélectionnez tout et copiez.',

  'option.no_course': 'Aucun cours',

  'products.count_one': '{{count, number}} produit',
  'products.count_other': '{{count, number}} produits',
  'products.empty':
    'Il n’y a pas encore de produit. Un produit dit combien de places contient une unité, et pour quels cours. Créez-en un, ou collez les paramètres d’un produit de la boutique Moodle.',
  'products.empty_sales': 'Il n’y a pas encore de produit. Les administrateurs les créent ici.',
  'products.empty_search':
    'Aucun produit ne correspond à « {{search}} ». Essayez une partie de son nom ou de son code.',
  'products.wrong': 'Ne peut pas être vendu à cause d’erreurs. Ouvrez-le pour les voir',
  'products.archived': 'Archivé : n’est plus vendu',

  'finding.error': 'Erreur : {{problem}}',
  'finding.warning': 'Remarque : {{problem}}',
  'finding.more_one': 'et {{count, number}} de plus',
  'finding.more_other': 'et {{count, number}} de plus',
  'finding.course_unknown': 'Il n’y a pas de cours {{course}}.',
  'finding.course_numeric':
    'Aucun cours n’a le nom abrégé {{course}}. Si c’est un identifiant Moodle, mettez plutôt le nom abrégé du cours, ou choisissez le cours dans la liste.',
  'finding.course_comma':
    'La virgule de {{course}} empêche de copier les paramètres. Vous pouvez copier le modèle {{pattern}} à la place. Vérifiez à quels cours il correspond.',
  'finding.course_no_match': 'Aucun cours ne correspond encore à {{course}}.',
  'finding.course_hidden': 'Le cours {{course}} est masqué : personne ne peut y être inscrit pour le moment.',
  'finding.courses_all_hidden': 'Tous ses cours sont masqués : aucune place ne peut être attribuée pour le moment.',
  'finding.courses_unrestricted': 'Il ne nomme aucun cours : ses places sont valables pour tous les cours ouverts.',
  'finding.role_missing': 'Aucun rôle n’est choisi pour les stagiaires : {{role}} est utilisé.',
  'finding.supervisor_role_missing': 'Aucun rôle n’est choisi pour les coordinateurs : {{role}} est utilisé.',
  'finding.role_unknown':
    'Le rôle des stagiaires, {{role}}, est inconnu. La personne qui gère l’application peut l’ajouter à MOODLE_ROLES.',
  'finding.supervisor_role_unknown':
    'Le rôle des coordinateurs, {{role}}, est inconnu. La personne qui gère l’application peut l’ajouter à MOODLE_ROLES.',
  'finding.pack_size_missing': 'Le nombre de places par unité n’est pas choisi : {{seats, number}} est utilisé.',
  'finding.start_date_invalid': 'La date de début {{day}} n’existe pas.',
  'finding.end_date_invalid': 'La date de fin {{day}} n’existe pas.',
  'finding.end_date_reversed': 'La date de fin, {{end, day}}, précède la date de début, {{start, day}}.',
  'finding.end_date_past': 'Sa date de fin, {{day, day}}, est passée.',
  'finding.duration_invalid': '{{days}} n’est pas un nombre de jours.',

  'parameters.about': '{{key}} : {{problem}}',
  'parameters.entry': '{{key}}, élément {{position, number}} : {{problem}}',
  'parameters.key_missing': '« ={{value}} » n’a pas de nom devant.',
  'parameters.key_unknown': '« {{key}} » n’est pas un paramètre. Vérifiez l’orthographe, ou retirez-le.',
  'parameters.key_repeated': 'il y est plusieurs fois. Gardez-en un.',
  'parameters.value_missing': 'il n’a pas de valeur. Ajoutez-en une, ou retirez aussi le nom.',
  'parameters.value_too_long': 'utilisez {{most, number}} caractères au maximum.',
  'parameters.value_character': 'retirez le caractère {{character}}.',
  'parameters.sign_bare': 'mettez {{write}} pour {{sign}}.',
  'parameters.encoding_invalid': '« {{text}} » n’est pas un caractère encodé. Mettez %25 pour %.',
  'parameters.number_invalid': '« {{value}} » n’est pas un nombre entier. Utilisez seulement des chiffres.',
  'parameters.number_range': 'mettez un nombre de {{least, number}} à {{most, number}}.',
  'parameters.time_range': 'sa date n’est pas entre le {{least, day}} et le {{most, day}}.',
  'parameters.course_blank': 'il n’y a rien entre les virgules.',
  'parameters.endtime_reversed': 'la fin, {{end, day}}, précède le début, {{start, day}}.',

  'help.products_seen': '/seats products : voir ce qui est vendu',
  'help.products': '/seats products : voir et gérer ce qui est vendu',

  'refusal.product.unknown': 'Choisissez un produit dans la liste.',
  'refusal.product.archived': 'Ce produit n’est plus vendu. Choisissez-en un autre.',
  'refusal.number.range': 'Saisissez un nombre entier de {{least, number}} à {{most, number}}, ou laissez vide.',
  'refusal.text.character': 'Retirez le caractère {{character}}.',
  'refusal.moodle_role.unknown':
    'Il n’y a pas de rôle {{role}}. Mettez l’un de {{known}}. La personne qui gère l’application peut en ajouter à MOODLE_ROLES.',
  'refusal.courses.excess':
    'Il y a trop de cours pour le formulaire. Utilisez des modèles, comme EXCEL-%, ou le fichier d’import.',
  'refusal.parameters.invalid': '{{problem}}',
  'refusal.parameters.comma':
    'Le cours {{course}} a une virgule dans son nom abrégé, ce que les paramètres ne permettent pas. Vous pouvez copier le modèle {{pattern}} à la place. Vérifiez à quels cours il correspond.',
  'refusal.product.terms_changed':
    'Quelqu’un a modifié ce produit après l’ouverture du formulaire : rien n’a été créé. Vérifiez les conditions ci-dessous, puis renvoyez le formulaire.',
  'refusal.product.changed':
    'Quelqu’un a modifié ce produit après que vous l’avez ouvert : rien n’a été enregistré. Enregistrez de nouveau pour remplacer ses modifications.',
};
