/** Texts that are the same in a language as in English, with their placeholders, by locale. */
export const loanWords = {
  de: [
    'Action',
    'Action & Adventure',
    'Animation',
    'Code: {code}',
    'Details',
    'Drama',
    'Fantasy',
    'Genres',
    'Horror',
    'Mystery',
    'Powered by {source}',
    'Reality',
    'Sci-Fi & Fantasy',
    'Science Fiction',
    'Soap',
    'Talk',
    'Thriller',
    'Western',
  ],
  tr: ['Hong Kong'],
};
