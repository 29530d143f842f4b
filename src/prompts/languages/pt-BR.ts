import type { PromptLanguage } from '../language.js';

/** Brazilian Portuguese words. No native speaker has read them. */
export const ptBR: PromptLanguage = {
  locale: 'pt-BR',
  types: {
    movie: 'filme|filminho|longa|longa-metragem|filme para tv|telefilme|movie',
    tv: 'série|seriado|novela|minissérie|talk show|reality|realities|reality show|programa|show',
  },
  genres: {
    '12': 'aventura|de aventura',
    '14': 'fantasia|fantástico|fantástica',
    '16': 'animação|animações|animad|desenho|desenho animado|desenhos animados|anime',
    '18': 'drama|dramátic',
    '27': 'terror|horror|assustador|de medo|medo|que dê medo|que dá medo|que dão medo|apavorante|aterrorizante|macabro',
    '28': 'ação|de ação',
    '35': 'comédia|engraçad|divertid|humor|pra rir|para rir|de rir|hilário|cômico|cômica',
    '36': 'história|históric',
    '37': 'faroeste|western|bangue-bangue',
    '53': 'thriller|suspense',
    '80': 'crime|policial|policiais|criminal|gângster|máfia',
    '99': 'documentário|doc',
    '878': 'ficção científica|ficção|sci-fi',
    '9648': 'mistério|whodunit',
    '10402': 'música|musical|musicais',
    '10749': 'romance|romântic|de amor|amor|história de amor|histórias de amor',
    '10751':
      'família|familiar|de família|em família|para toda a família|pra família|pra toda a família|com as crianças|com crianças|com meus filhos',
    '10752': 'guerra|de guerra',
    '10762': 'infantil|infantis|criança|pra criança|para criança|para as crianças|pras crianças',
    '10763': 'notícias',
    '10764': 'reality|realities|reality show',
    '10766': 'novela',
    '10767': 'talk show',
    '10770': 'filme para tv|telefilme',
    '35 10749': 'comédia romântica|comédias românticas|rom-com',
  },
  regions: {
    US: 'eua|estados unidos|os estados unidos|usa',
    GB: 'reino unido|inglaterra|grã-bretanha',
    NL: 'holanda',
    KR: 'coreia',
  },
  bounds: {
    to: 'menos de #|com menos de #|até #|com até #|no máximo #|máximo #|máximo de #|um máximo de #|max #|não mais que #|abaixo de #|mais curto que #|que dure menos de #|que durem menos de #|mais curtos que #|tenho #|temos #|# no máximo|# max|# máximo|# ou menos|# ou mais antigos|# ou mais antigo|# e mais antigos|# ou antes|# e antes|# ou anterior|# ou anteriores|# e anteriores',
    before: 'antes de #|anterior a #|anteriores a #|mais antigo que #|mais antigos que #',
    from: 'mais de #|com mais de #|pelo menos #|ao menos #|no mínimo #|mínimo #|mínimo de #|acima de #|não menos que #|mais longo que #|mais longos que #|que dure mais de #|desde #|a partir de #|# ou mais|# e mais recentes|# ou depois|# e depois|# ou posterior|# ou posteriores|# e posteriores|# para cima|# no mínimo|# pelo menos|# em diante|# pra cima|# pra cá|# para cá|# pra frente|# para frente|# até hoje|# até agora',
    after:
      'passe de #|ultrapasse #|depois de #|após #|posterior a #|posteriores a #|mais novo que #|mais recentes que #',
    in: 'em #|de #|do #|ano #|lançados em #|lançado em #|entre #|dos #|nos #|das #',
    around:
      'cerca de #|por volta de #|mais ou menos #|aproximadamente #|uns #|umas #|em torno de #|# mais ou menos|# aproximadamente',
    last: 'últimos #|últimas #|dos últimos #',
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
    '15': 'quinze',
    '20': 'vinte',
    '0.5': 'meia',
    '30': 'trinta',
    '40': 'quarenta',
    '50': 'cinquenta',
    '60': 'sessenta',
    '70': 'setenta',
    '80': 'oitenta',
    '90': 'noventa',
    '100': 'cem|cento',
  },
  half: 'e meia|e meio',
  decadeMarks: 'anos #|os anos #|dos anos #|nos anos #|década de #|a década de #|da década de #',
  decades: {
    '1920': 'anos vinte',
    '1980': 'oitentista',
    '2000': 'anos dois mil',
  },
  thisYear: 'este ano|esse ano|deste ano|desse ano',
  lastYear: 'ano passado|do ano passado|o ano passado',
  places:
    'em #|no #|na #|nos #|disponível em #|disponível no #|disponível na #|disponíveis em #|disponíveis no #|disponível nos #',
  services: 'no #|na #|em #|do #|da #|pela #|pelo #|nos #',
  negators:
    ',#não obrigad|não #|sem #|nada de #|nada #|nenhum #|nenhuma #|exceto #|menos #|tudo menos #|qualquer coisa menos #|fora #|tirando #|nem #|nunca #|jamais #|não quero #|odeio #|odeia #|odeiam #|detesto #|detesta #|em vez de #|ao invés de #|evite #|evitar #|cansei de #|chega de #|salvo #|que não seja #|que não sejam #',
  turns: 'mas|só|somente|apenas|então|por isso|simplesmente|prefiro|em vez disso|quero|queremos|me mostra|me dá',
  opaque:
    'como|parecido com|parecidos com|parecida com|tipo|estilo|no estilo de|com|dirigido por|dirigidos por|por|estrelado por|baseado em|baseados em|que se passa|que se passam|ambientado em|ambientados em|filmado em|filmados em|gravado em|onde|quando|cujo|chamado|intitulado|uma família da pesada|family guy',
  topics: 'com|sobre|a respeito de|que fale de|que fala de|que falem de',
  vague: {
    short: 'curt|curtinho|breve|rápido|não longo',
    notLong:
      'não muito longo|não muito longa|não tão longo|não tão longa|não seja muito longo|que não seja muito longo|não demais longo|nada muito longo',
    long: 'longo|não muito curto',
    new: 'novo|nova|recente|lançamento|novidade|atual|atuais',
    old: 'velh|antig|clássic|retrô',
  },
  unsupported: {
    rating:
      'avaliad|bem avaliado|mais bem avaliados|melhor|nota|imdb|estrelas|popular|top|obra-prima|em alta|aclamado|avaliação',
    awards: 'oscar|prêmio|premiad|vencedor|vencedor do oscar|ganhador do oscar',
    quality: '4k|hd|uhd|hdr|3d|preto e branco',
    price: 'grátis|gratuit|de graça|alugar|comprar|pago',
    language:
      'legenda|legendad|com legenda|sem legenda|dublad|idioma original|versão original|em inglês|em português|em espanhol|em francês|em coreano|em japonês|em alemão',
    age: 'para adultos|para maiores|maiores de|classificação|livre para todos|para adolescentes|pra adultos',
    origin:
      'brasileir|nacional|nacionais|american|inglês|britânic|francês|alemã|italian|espanhol|espanhóis|corean|coreia|japonês|chinês|indiano|turc|mexicano|mexicana|português|argentino|europeu|asiático|estrangeiro|russo|sueco|bollywood|hollywood|k-drama|dorama',
  },
  joiners: 'ou|e|ou então',
  filler:
    'um|uma|uns|o|a|as|de|do|da|dos|das|no|na|em|ao|que|qual|quais|me|te|se|nos|eu|você|vc|a gente|gente|é|são|seja|está|tem|há|tá|algo|algum|alguns|alguma coisa|coisa|tudo|toda|todo|qualquer|quer|queremos|queria|gostaria|gostaríamos|pode|poderia|podemos|procuro|procurar|procura|procurando|procuramos|acha|achar|ache|mostra|mostrar|mostre|indica|indicar|indicação|recomenda|recomende|recomendação|sugere|sugestão|preciso|ver|assistir|vendo|hoje|hoje à noite|à noite|noite|agora|amanhã|domingo|sábado|sexta|fim de semana|tarde|para|pra|pro|por|por favor|pfv|obrigado|obrigada|oi|olá|bom|boa|bons|legal|legais|bacana|ótimo|muito|muita|mais|com meu|com minha|pelo amor de deus|pelo amor|meu amor|história real|uma história|boa história|bem|vontade|vontade de|estou com vontade de|a fim de|dure|durem|duração|com duração|lançado|lançamento em|com lançamento|disponível|disponíveis|título|gênero|do gênero|época|início|final|plataforma|na plataforma|também|além disso|nada além de|nada mais que|nada a não ser|não me canso de|me canso de|por que não|não sei|não acho|não acho nenhum|não encontro|não encontro nenhum|você não tem|não importa|tanto faz|não só|temporada|ano|com vontade de|esse|essa|aí|então|se possível|achar um',
  common: '# guerra|# família|# criança|# história|# crime',
  corrections: 'não espera|na verdade|aliás',
  endings: 's|es|zinho|zinha|o|a|os|as',
  neighbors:
    'animal|comeca|comeco|comia|comida|comidas|comido|comigo|creme|criacao|crimeia|crise|damas|dragao|fantasma|fantasmas|filma|filmei|firme|firmes|longe|magia|maria|moveis|municao|musico|price|prima|primo|primos|serei|seres|seria|seriamos|serias|serio|serios|serve|stark|terroso',
};
