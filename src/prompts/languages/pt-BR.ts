import type { PromptLanguage } from '../language.js';

/** Brazilian Portuguese words. No native speaker has read them. */
export const ptBR: PromptLanguage = {
  locale: 'pt-BR',
  types: {
    movie: 'filme|filmes|filminho|longa|longas|longa-metragem|filme para tv|telefilme|telefilmes|movie|movies',
    tv: 'série|séries|seriado|seriados|novela|novelas|minissérie|minisséries|talk show|talk shows|reality|realities|reality show|reality shows|programa|programas|show|shows',
  },
  genres: {
    '12': 'aventura|aventuras|de aventura',
    '14': 'fantasia|fantástico|fantástica',
    '16': 'animação|animações|animado|animada|animados|desenho|desenhos|desenho animado|desenhos animados|anime|animes',
    '18': 'drama|dramas|dramático|dramática|dramáticos',
    '27': 'terror|horror|assustador|assustadora|assustadores|de medo|medo|que dê medo|que dá medo|que dão medo|apavorante|aterrorizante|macabro',
    '28': 'ação|de ação',
    '35': 'comédia|comédias|engraçado|engraçada|engraçados|engraçadas|divertido|divertida|divertidos|divertidas|humor|pra rir|para rir|de rir|hilário|cômico|cômica',
    '36': 'história|histórico|histórica|históricos|históricas',
    '37': 'faroeste|faroestes|western|bangue-bangue',
    '53': 'thriller|thrillers|suspense|suspenses',
    '80': 'crime|crimes|policial|policiais|criminal|gângster|máfia',
    '99': 'documentário|documentários|doc|docs',
    '878': 'ficção científica|ficção|sci-fi|ficção-científica',
    '9648': 'mistério|mistérios|whodunit',
    '10402': 'música|musical|musicais',
    '10749':
      'romance|romances|romântico|romântica|românticos|românticas|de amor|amor|história de amor|histórias de amor',
    '10751':
      'família|familiar|familiares|de família|em família|para toda a família|pra família|pra toda a família|com as crianças|com crianças|com meus filhos',
    '10752': 'guerra|de guerra',
    '10762':
      'infantil|infantis|criança|crianças|para crianças|pra criança|pra crianças|para criança|para as crianças|pras crianças',
    '10763': 'notícias',
    '10764': 'reality|realities|reality show|reality shows',
    '10766': 'novela|novelas',
    '10767': 'talk show|talk shows',
    '10770': 'filme para tv|telefilme|telefilmes',
    '28 12': 'ação e aventura',
    '878 14': 'ficção científica e fantasia',
    '35 10749': 'comédia romântica|comédias românticas|romcom|rom-com',
  },
  regions: {
    US: 'eua|estados unidos|os estados unidos|usa',
    GB: 'reino unido|inglaterra|grã-bretanha',
    NL: 'holanda',
    KR: 'coreia',
  },
  bounds: {
    to: 'menos de #|com menos de #|de menos de #|até #|de até #|com até #|no máximo #|máximo #|máximo de #|um máximo de #|max #|não mais que #|não mais de #|não passe de #|abaixo de #|mais curto que #|que dure menos de #|que durem menos de #|mais curtos que #|tenho #|temos #|# no máximo|# max|# máximo|# ou menos',
    before: 'antes de #|de antes de #|anterior a #|anteriores a #|mais antigo que #|mais antigos que #',
    from: 'mais de #|com mais de #|de mais de #|pelo menos #|de pelo menos #|ao menos #|no mínimo #|mínimo #|mínimo de #|acima de #|não menos de #|não menos que #|mais longo que #|mais longos que #|que dure mais de #|desde #|a partir de #|de # em diante|# ou mais|# no mínimo|# pelo menos|# em diante|# pra cima',
    after: 'depois de #|após #|posterior a #|posteriores a #|mais novo que #|mais recentes que #',
    in: 'em #|de #|do #|do ano #|do ano de #|no ano de #|ano #|lançados em #|lançado em #|entre #|dos #|nos #|das #',
    around:
      'cerca de #|por volta de #|mais ou menos #|aproximadamente #|uns #|umas #|em torno de #|# mais ou menos|# aproximadamente',
    last: 'últimos #|últimas #|os últimos #|dos últimos #|nos últimos #',
  },
  ranges: 'a|e|até|ao',
  units: { minute: 'minutos|minuto|min|mins', hour: 'horas|hora|h|hs', year: 'anos|ano' },
  numbers: {
    '1': 'um|uma',
    '2': 'dois|duas',
    '3': 'três',
    '4': 'quatro',
    '5': 'cinco',
    '6': 'seis',
    '7': 'sete',
    '8': 'oito',
    '9': 'nove',
    '10': 'dez',
    '11': 'onze',
    '12': 'doze',
    '0.5': 'meia',
    '90': 'noventa',
    '100': 'cem',
  },
  half: 'e meia|e meio',
  decadeMarks: 'anos #|os anos #|dos anos #|nos anos #|década de #|a década de #|da década de #',
  decades: {
    '1920': 'anos vinte',
    '1930': 'anos trinta',
    '1940': 'anos quarenta',
    '1950': 'anos cinquenta',
    '1960': 'anos sessenta',
    '1970': 'anos setenta',
    '1980': 'anos oitenta|oitentista',
    '1990': 'anos noventa',
    '2000': 'anos dois mil',
  },
  thisYear: 'este ano|esse ano|deste ano|desse ano',
  lastYear: 'ano passado|do ano passado|o ano passado',
  places:
    'em #|no #|na #|nos #|disponível em #|disponível no #|disponível na #|disponíveis em #|disponíveis no #|disponível nos #',
  services: 'no #|na #|em #|do #|da #|pela #|pelo #|nos #',
  negators:
    'não #|sem #|nada de #|nada #|nenhum #|nenhuma #|exceto #|menos #|tudo menos #|qualquer coisa menos #|fora #|tirando #|nem #|nunca #|jamais #|não quero #|odeio #|detesto #|em vez de #|ao invés de #|evite #|evitar #|cansei de #|salvo #|que não seja #|que não sejam #',
  turns: 'mas|só|somente|apenas|prefiro|em vez disso|quero|queremos|me mostra|me dá',
  opaque:
    'como|parecido com|parecidos com|parecida com|tipo|estilo|no estilo de|com|dirigido por|dirigidos por|por|estrelado por|baseado em|baseados em|que se passa|que se passam|ambientado em|ambientados em|filmado em|filmados em|gravado em|onde|quando|cujo|chamado|intitulado|uma família da pesada|family guy',
  topics: 'sobre|a respeito de|que fale de|que fala de|que falem de',
  vague: {
    short: 'curto|curta|curtos|curtas|curtinho|breve|rápido|não longo',
    notLong:
      'não muito longo|não muito longa|não muito longos|não tão longo|não tão longa|não seja muito longo|que não seja muito longo|não demais longo|nada muito longo',
    long: 'longo|longos|não muito curto',
    new: 'novo|nova|novos|novas|recente|recentes|lançamento|lançamentos|novidade|novidades|atual|atuais',
    old: 'velho|velha|velhos|velhas|antigo|antiga|antigos|antigas|clássico|clássica|clássicos|retrô',
  },
  unsupported: {
    rating:
      'avaliado|avaliados|avaliada|avaliadas|bem avaliado|bem avaliados|mais bem avaliados|melhor|melhores|nota|notas|imdb|estrelas|popular|populares|top|obra-prima|em alta|aclamado|aclamados|avaliação',
    awards:
      'oscar|oscars|prêmio|prêmios|premiado|premiados|premiada|premiadas|vencedor|vencedores|vencedor do oscar|ganhador do oscar',
    quality: '4k|hd|uhd|hdr|3d|preto e branco',
    price: 'grátis|gratuito|gratuitos|gratuita|de graça|alugar|comprar|pago',
    language:
      'legenda|legendas|legendado|legendados|legendada|legendadas|com legenda|com legendas|sem legenda|dublado|dublados|dublada|dubladas|idioma original|versão original|em inglês|em português|em espanhol|em francês|em coreano|em japonês|em alemão',
    age: 'para adultos|para maiores|maiores de|classificação|livre para todos|para adolescentes|pra adultos',
    origin:
      'brasileiro|brasileira|brasileiros|brasileiras|nacional|nacionais|americano|americana|americanos|americanas|inglês|inglesa|ingleses|inglesas|britânico|britânica|britânicos|britânicas|francês|francesa|franceses|francesas|alemão|alemã|alemães|alemãs|italiano|italiana|italianos|italianas|espanhol|espanhola|espanhóis|espanholas|coreano|coreana|coreanos|coreanas|japonês|japonesa|japoneses|japonesas|chinês|chinesa|chineses|indiano|indianos|turco|turca|turcos|turcas|mexicano|mexicana|português|portuguesa|argentino|europeu|europeus|asiático|asiáticos|estrangeiro|estrangeiros|russo|sueco|bollywood|hollywood|k-drama|k-dramas|dorama|doramas',
  },
  joiners: 'ou|e|ou então',
  filler:
    'um|uma|uns|umas|o|a|os|as|de|do|da|dos|das|no|na|em|ao|à|às|que|qual|quais|me|te|se|nos|eu|você|vc|vocês|a gente|gente|é|são|seja|está|tem|há|tá|algo|alguma|algum|alguns|algumas|alguma coisa|coisa|coisas|tudo|todos|todas|toda|todo|qualquer|quero|quer|queremos|queria|gostaria|gostaríamos|pode|podes|poderia|podemos|procuro|procurar|procura|procurando|procuramos|acha|achar|ache|mostra|mostrar|mostre|indica|indicar|indicação|recomenda|recomende|recomendação|sugere|sugestão|preciso|ver|assistir|vendo|hoje|hoje à noite|à noite|noite|agora|amanhã|domingo|sábado|sexta|fim de semana|tarde|para|pra|pro|por|por favor|pfv|obrigado|obrigada|oi|olá|bom|boa|bons|boas|legal|legais|bacana|ótimo|muito|mais|bem|vontade|vontade de|estou com vontade de|a fim de|dure|durem|duração|com duração|lançado|lançados|lançamento em|com lançamento|disponível|disponíveis|título|títulos|gênero|do gênero|época|plataforma|na plataforma|também|além disso|nada além de|nada mais que|nada a não ser|não me canso de|me canso de|por que não|não importa|tanto faz|não só|temporada|temporadas|ano|anos|com vontade de|esse|essa|aí|então|se possível|achar um|dá',
  endings: 's|es|zinho|zinha',
  neighbors:
    'comida|comidas|comediante|seriado|serie|serio|séria|sério|firme|filma|filmei|guerras|terra|erro|drogas|familia|acao|romano|romana|crimeia|terroso|ferro|documento|músico|cantada|animal',
};
