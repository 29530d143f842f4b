/** Formats a year in Arabic, whose digits depend on the JavaScript engine. */
const arabicYear = (year) =>
  new Intl.DateTimeFormat('ar', { year: 'numeric', calendar: 'gregory', timeZone: 'UTC' }).format(Date.parse(year));

/**
 * What the tests of a language expect, by locale: a sentence that describes many filters, and the texts that are the
 * same as in English, with their placeholders.
 */
export const languages = {
  ar: {
    sentence:
      `أفلام من نوع دراما أو كوميديا، لا تزيد مدتها على ${new Intl.NumberFormat('ar').format(100)} دقيقة، ` +
      `صدرت بين ${arabicYear('2010')} و${arabicYear('2019')}، على \u2068Netflix\u2069 في ألمانيا`,
  },
  de: {
    sentence:
      'Filme im Genre Drama oder Komödie, höchstens 100 Minuten lang, von 2010 bis\u00a02019 erschienen, ' +
      'bei Netflix in der Region Deutschland',
    loanWords: [
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
  },
  es: {
    sentence:
      'Películas del género Comedia o Drama, de hasta 100 minutos, estrenadas del 2010 al 2019, ' +
      'en Netflix (Alemania)',
    loanWords: [
      '90–120 min',
      'Drama',
      'Hong Kong',
      'Macao',
      'Reality',
      'Romance',
      'Series',
      'Western',
      'min',
      '{min}–{max} min',
    ],
  },
  fr: {
    sentence:
      'Films du genre Comédie ou Drame, de 100 minutes maximum, date de sortie\u00A0: 2010 – 2019, ' +
      'sur Netflix (Allemagne)',
    loanWords: [
      'Action',
      'Animation',
      'Crime',
      'Genres',
      'Hong Kong',
      'Macao',
      'Pages',
      'Palestine',
      'Romance',
      'Thriller',
      'Type',
      'Western',
      'min',
    ],
  },
  it: {
    sentence:
      'Film di genere Commedia o Dramma, con durata massima di 100 minuti, data di uscita: 2010 – 2019, ' +
      'su Netflix (Germania)',
    loanWords: [
      '90–120 min',
      'Cast',
      'Crime',
      'Fantasy',
      'Home',
      'Hong Kong',
      'Horror',
      'Macao',
      'Reality',
      'Romance',
      'Thriller',
      'Western',
      'min',
      '{min}–{max} min',
    ],
  },
  ja: {
    sentence: 'コメディまたはドラマの映画、100分以内、2010年〜2019年に公開、ドイツのNetflixで配信',
  },
  ko: {
    sentence: '드라마 또는 코미디 영화, 100분 이하, 2010년 ~ 2019년 공개, 독일의 Netflix에서 시청 가능',
  },
  nl: {
    sentence:
      'Films in het genre Drama of Komedie, maximaal 100 minuten lang, uitgebracht van 2010 tot en met 2019, ' +
      'op Netflix (Duitsland)',
    loanWords: [
      '90–120 min',
      'Cast',
      'Code: {code}',
      'Details',
      'Drama',
      'Fantasy',
      'Filters',
      'Genres',
      'Home',
      'Horror',
      'Reality',
      'Series',
      'Soap',
      'Thriller',
      'Type',
      'Western',
      'min',
      '{count} filter',
      '{count} filters',
      '{min}–{max} min',
    ],
  },
  pl: {
    sentence:
      'Filmy z gatunku Dramat lub Komedia, trwające do 100 minut, z premierą od 2010 do 2019, ' +
      'w serwisie Netflix (Niemcy)',
    loanWords: ['90–120 min', 'Fantasy', 'Horror', 'Thriller', 'Western', 'min', '{min}–{max} min'],
  },
  'pt-BR': {
    sentence:
      'Filmes do gênero Comédia ou Drama, de até 100 minutos, com lançamento entre 2010 e 2019, ' +
      'na plataforma Netflix (Alemanha)',
    loanWords: [
      '90–120 min',
      'Crime',
      'Drama',
      'Hong Kong',
      'Reality',
      'Romance',
      'Thriller',
      'min',
      'slide',
      '{min}–{max} min',
    ],
  },
  tr: {
    sentence:
      'Dram veya Komedi türünde filmler, en fazla 100 dakika, yayın tarihi 2010 – 2019 arası, ' +
      'Almanya bölgesinde Netflix üzerinde',
    loanWords: ['Hong Kong'],
  },
  'zh-Hans': {
    sentence: '剧情或喜剧类电影，时长不超过100分钟，2010年至2019年上映，可在德国的Netflix观看',
  },
};
