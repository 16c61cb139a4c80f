/** Parts of a country with public holidays of their own, which the library names in one language, or takes apart. */
export const REGION_NAMES: Record<string, { en: string; fr: string }> = {
  'CA-AB': { en: 'Alberta', fr: 'Alberta' },
  'CA-BC': { en: 'British Columbia', fr: 'Colombie-Britannique' },
  'CA-MB': { en: 'Manitoba', fr: 'Manitoba' },
  'CA-NB': { en: 'New Brunswick', fr: 'Nouveau-Brunswick' },
  'CA-NL': { en: 'Newfoundland and Labrador', fr: 'Terre-Neuve-et-Labrador' },
  'CA-NS': { en: 'Nova Scotia', fr: 'Nouvelle-Écosse' },
  'CA-NT': { en: 'Northwest Territories', fr: 'Territoires du Nord-Ouest' },
  'CA-NU': { en: 'Nunavut', fr: 'Nunavut' },
  'CA-ON': { en: 'Ontario', fr: 'Ontario' },
  'CA-PE': { en: 'Prince Edward Island', fr: 'Île-du-Prince-Édouard' },
  'CA-QC': { en: 'Quebec', fr: 'Québec' },
  'CA-SK': { en: 'Saskatchewan', fr: 'Saskatchewan' },
  'CA-YT': { en: 'Yukon', fr: 'Yukon' },
  'GB-ENG': { en: 'England and Wales', fr: 'Angleterre et pays de Galles' },
  'GB-NIR': { en: 'Northern Ireland', fr: 'Irlande du Nord' },
  'GB-SCT': { en: 'Scotland', fr: 'Écosse' },
};
