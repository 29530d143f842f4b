import type { PromptLanguage } from '../language.js';

/** Turkish words. No native speaker has read them. */
export const tr: PromptLanguage = {
  locale: 'tr',
  types: {
    movie: 'film|filmlerini|sinema filmi|sinema filmleri|tv filmi|tv filmleri|movie|movies',
    tv: 'dizi|pembe dizi|program|reality şov|talk show|sitcom|show|shows',
  },
  genres: {
    '12': 'macera',
    '14': 'fantastik|fantezi',
    '16': 'animasyon|çizgi film|çizgi dizi|anime',
    '18': 'dram|dramatik',
    '27': 'korku|korkutucu|korkunç|ürkütücü|gerilim dolu korku',
    '28': 'aksiyon|hareketli',
    '35': 'sitcom|komedi|komik|eğlenceli|güldüren|gülmelik|güldürü|mizah',
    '36': 'tarih|tarihsel',
    '37': 'western|vahşi batı|kovboy',
    '53': 'gerilim|thriller',
    '80': 'suç|polisiye|mafya|gangster',
    '99': 'belgesel',
    '878': 'bilim kurgu|bilimkurgu|sci-fi|bilim-kurgu',
    '9648': 'gizem',
    '10402': 'müzik|müzikal',
    '10749': 'romantik|romantizm|aşk|romans',
    '10751': 'aile|ailece|tüm aile için|çocuklarla',
    '10752': 'savaş',
    '10762': 'çocuk|çocuklar için',
    '10763': 'haber',
    '10764': 'reality şov|reality',
    '10766': 'pembe dizi',
    '10767': 'söyleşi|talk show',
    '10770': 'tv filmi|tv filmleri|televizyon filmi',
    '28 12': 'aksiyon ve macera',
    '878 14': 'bilim kurgu ve fantastik',
    '35 10749': 'romantik komedi|romcom',
  },
  regions: { US: 'abd|amerika', GB: 'ingiltere|birleşik krallık', KR: 'kore|güney kore' },
  bounds: {
    to: 'en fazla #|en çok #|maksimum #|max #|azami #|# altında|# altı|# kısa|# daha kısa|# az|# daha az|# kadar|# geçmeyen|# geçmesin|# uzun olmayan|# uzun olmasın|# fazla olmayan|# fazla olmasın|# en fazla|# maksimum|# ve öncesi|# veya daha az|# aşmayan|# aşmasın',
    before: '# önce|# öncesi|# önceki|# eski|# daha eski',
    from: 'en az #|minimum #|asgari #|# üstünde|# üstü|# üzeri|# üzerinde|# uzun|# daha uzun|# fazla|# daha fazla|# kısa olmayan|# kısa olmasın|# az olmayan|# az olmasın|# itibaren|# beri|# ve sonrası|# ve üzeri|# bu yana|# veya daha fazla|# en az',
    after: '# sonra|# sonrası|# sonraki|# yeni|# daha yeni',
    in: '# yılında|# yılı|# yapımı|# arası|# arasında|# yılından|# çıkan',
    around: 'yaklaşık #|aşağı yukarı #|takriben #|# civarı|# civarında|# kadar bir|# yakın|# gibi',
    last: 'son #|geçen #|geçtiğimiz #',
  },
  ranges: 'ile|ve|ila',
  units: {
    minute: 'dakika|dakikadan|dakikanın|dakikaya|dakikayı|dakikalık|dk|dk.|min',
    hour: 'saat|saatten|saatin|saate|saati|saatlik|sa|h',
    year: 'yıl|yılın|yılda|yıldan|yılı|sene|senenin|yıla|yıllık',
  },
  numbers: {
    '1': 'bir|tek',
    '2': 'iki',
    '3': 'üç',
    '4': 'dört',
    '5': 'beş',
    '6': 'altı',
    '7': 'yedi',
    '8': 'sekiz',
    '9': 'dokuz',
    '10': 'on',
    '11': 'on bir',
    '12': 'on iki',
    '0.5': 'yarım',
    '1.5': 'bir buçuk',
    '2.5': 'iki buçuk',
    '90': 'doksan',
    '100': 'yüz',
  },
  half: 'buçuk',
  decadeMarks:
    '#lar|#ler|#lardan|#lerden|#ların|#lerin|#lı yıllar|#li yıllar|#lu yıllar|#lı yılların|#li yılların|# dönemi',
  decades: {
    '1950': 'ellili yıllar|elliler|ellilerden',
    '1960': 'altmışlı yıllar|altmışlar|altmışlardan',
    '1970': 'yetmişli yıllar|yetmişler|yetmişlerden',
    '1980': 'seksenli yıllar|seksenler|seksenlerden|seksenlerin',
    '1990': 'doksanlı yıllar|doksanlar|doksanlardan|doksanların',
    '2000': 'ikibinler|iki binli yıllar|iki binler',
  },
  thisYear: 'bu yıl|bu sene|bu yılın|bu yılki|bu seneki',
  lastYear: 'geçen yıl|geçen sene|geçen yılın|geçen yılki|geçen seneki',
  places:
    '# bölgesinde|#de izlenebilir|#da izlenebilir|#te izlenebilir|#ta izlenebilir|#de izlenebilen|#da izlenebilen|#te izlenebilen|#ta izlenebilen|#de mevcut|#da mevcut|#te mevcut|#ta mevcut|#de yayınlanan|#da yayınlanan|# izlenebilir|# izlenebilen',
  services: '#de|#da|#te|#ta|# üzerinde|# üzerinden|#deki|#daki|#teki|#taki|#den|#dan|#ten|#tan',
  negators:
    '#olmayan|#olmasın|#hariç|#dışında|#değil|#istemiyorum|#istemem|#istemiyoruz|#sevmiyorum|#sevmem|#haricinde|#yok|#olmadan|#içermeyen|#nefret ediyorum|#hoşlanmam|#hoşlanmıyorum|#yerine|#bıktım|#sıkıldım|#izlemem|#izlemek istemiyorum|ne #|hayır #|asla #',
  negativeEndings: 'siz|sız|suz|süz',
  turns: 'ama|fakat|ancak|olsun|onun yerine',
  opaque:
    '#gibi|#benzeri|#tarzı|#tarzında|#geçen|#oynadığı|#oynayan|#yönettiği|family guy|yönetmeni|başrolde|başrolünde|yönetmenliğini',
  vague: {
    short: 'kısa|uzun olmayan',
    notLong:
      'çok uzun olmayan|çok uzun olmasın|fazla uzun olmayan|çok uzun değil|o kadar uzun olmayan|fazla uzun olmasın',
    long: 'uzun|çok kısa olmayan',
    new: 'yeni|güncel|son çıkan|yeni çıkan|en yeni',
    old: 'eski|klasik|nostaljik',
  },
  unsupported: {
    rating:
      'puan|puanı yüksek|yüksek puanlı|en iyi|imdb|imdb puanı|yıldız|popüler|en popüler|başyapıt|top|beğenilen|çok izlenen',
    awards: 'oscar|ödül|oscar ödüllü|ödül kazanan',
    quality: '4k|hd|uhd|hdr|3d|siyah beyaz',
    price: 'ücretsiz|bedava|kiralık|satın|ücretli',
    language:
      'altyazı|altyazısız|dublaj|türkçe dublaj|türkçe altyazılı|orijinal dilinde|ingilizce|türkçe|fransızca|almanca|ispanyolca|korece|japonca',
    age: 'yetişkinler için|yetişkin|gençler için|18 yaş|12 yaş',
    origin:
      'türk|yerli|yabancı|amerikan|ingiliz|fransız|alman|italyan|ispanyol|kore|japon|çin|hint|iran|rus|iskandinav|isveç|danimarka|avrupa|asya|bollywood|hollywood|k-drama|yunan|arap',
  },
  joiners: 've|veya|ya da|yahut|ile',
  filler:
    'bir|bir şey|şey|her|her şey|hepsi|herhangi|bana|ben|biz|için|gibisi|mi|mı|mu|mü|musun|mısın|misin|bul|bulur|bulur musun|bulabilir|göster|öner|önerir|ver|arıyorum|arıyoruz|istiyorum|istiyoruz|isterim|izlemek|izleyelim|izlesek|izle|izlenecek|izleyebileceğim|seyret|seyretmek|görmek|bakıyorum|var|var mı|ne|neler|olan|olarak|süre|uzunluğu|bu|şu|akşam|bu akşam|bugün|gece|yarın|hafta sonu|pazar|pazar günü|cumartesi|cuma|günü|şimdi|lütfen|teşekkürler|merhaba|selam|güzel|iyi|hoş|keyifli|çok|biraz|gerçekten|sadece|yalnızca|kadar|den|dan|ten|tan|de|da|te|ta|e|a|ye|ya|nin|nın|nun|nün|in|ın|un|ün|i|ı|u|ü|yi|yı|li|lı|lu|lü|deki|daki|tür|yayın|yayın tarihi|tarihi|yıl|yapım|tarafından|başka|bir şey istemiyorum|başka bir şey istemiyorum|den başka bir şey istemiyorum|sezon|bölüm|canım|çekiyor|canım istiyor|hakkında|bakalım|hadi|tamam|peki|mutlaka|acaba|fark etmez|neden olmasın|doyamıyorum|bölgesinde|film gecesi',
  endings:
    'ler|lar|leri|ları|i|ı|u|ü|si|sı|su|sü|den|dan|ten|tan|de|da|te|ta|in|ın|un|ün|nin|nın|nun|nün|e|a|yi|yı|ye|ya|li|lı|lu|lü|deki|daki|teki|taki|lerden|lardan|lerin|ların|nde|nda|sinden|sından|sinde|sında',
  neighbors:
    'aileme|ailene|cocuga|cocugu|cocugun|cocukken|cocukla|cocuklarim|cocuklarina|cocuklarini|cocukluk|cocuksun|cocuktu|gerili|gerilir|gizlem|haberdar|haberim|haberlerde|haberlerim|hareketi|kemik|kemikleri|kokusu|komiksin|komikti|korkma|korktun|muzigi|romandi|romani|sakasi|savasci|soyledi|soylediler|stark|tarif|tarihinden',
};
