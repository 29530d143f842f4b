const minutes = ['min', '90–120 min', '{min}–{max} min'];

/** Texts that are the same in a language as in English, with their placeholders, by locale. */
export const loanWords = {
  es: [...minutes, 'Drama', 'Hong Kong', 'Macao', 'Reality', 'Romance', 'Series', 'Western'],
  fr: [
    ...['Action', 'Animation', 'Crime', 'Romance', 'Thriller', 'Western'],
    ...['Genres', 'Hong Kong', 'Macao', 'Pages', 'Palestine', 'Type', 'min'],
  ],
  it: [
    ...minutes,
    ...['Crime', 'Fantasy', 'Horror', 'Reality', 'Romance', 'Thriller', 'Western'],
    ...['Cast', 'Home', 'Hong Kong', 'Macao'],
  ],
  nl: [
    ...minutes,
    ...['Drama', 'Fantasy', 'Horror', 'Reality', 'Soap', 'Thriller', 'Western'],
    ...['Cast', 'Code: {code}', 'Details', 'Filters', 'Genres', 'Home', 'Series', 'Type'],
    ...['{count} filter', '{count} filters'],
  ],
  pl: [...minutes, 'Fantasy', 'Horror', 'Thriller', 'Western'],
  'pt-BR': [...minutes, 'Crime', 'Drama', 'Hong Kong', 'Reality', 'Romance', 'Thriller', 'slide'],
} as const;
