import type { PromptLanguage } from '../language.js';

/** Spanish words. No native speaker has read them. */
export const es: PromptLanguage = {
  locale: 'es',
  types: {
    movie:
      'película|películas|peli|pelis|film|films|filme|filmes|largometraje|largometrajes|movie|movies|telefilme|película de tv|películas de tv',
    tv: 'serie|series|serie de tv|series de tv|serie de televisión|teleserie|teleseries|telenovela|telenovelas|reality|realities|reality show|talk show|miniserie|miniseries|programa|programas|show|shows',
  },
  genres: {
    '12': 'aventura|aventuras|de aventuras',
    '14': 'fantasía|fantástico|fantástica|fantásticas|fantásticos',
    '16': 'animación|animada|animadas|animado|animados|dibujos animados|dibujos|caricaturas|anime|animes',
    '18': 'drama|dramas|dramática|dramáticas|dramático',
    '27': 'terror|horror|miedo|de miedo|que dé miedo|que den miedo|que da miedo|aterrador|aterradora|terrorífica|terrorífico|espeluznante',
    '28': 'acción',
    '35': 'comedia|comedias|gracioso|graciosa|graciosos|graciosas|divertido|divertida|divertidos|divertidas|chistoso|chistosa|cómica|cómico|humor|de risa|de reír|para reír|para reírse|que haga reír',
    '36': 'historia|histórica|históricas|histórico|históricos',
    '37': 'western|westerns|del oeste|oeste|vaqueros',
    '53': 'suspense|suspenso|thriller|thrillers',
    '80': 'crimen|crímenes|policíaca|policiaca|policíaco|policiaco|policíacas|policiacas|policial|policiales|criminal|gánsteres|mafia',
    '99': 'documental|documentales',
    '878': 'ciencia ficción|sci-fi|ciencia-ficción|scifi',
    '9648': 'misterio|misterios|de misterio|whodunit',
    '10402': 'música|musical|musicales',
    '10749': 'romance|romántica|románticas|romántico|románticos|de amor|amor|historia de amor|historias de amor',
    '10751':
      'familia|familiar|familiares|para toda la familia|para la familia|en familia|con niños|con los niños|con mis hijos',
    '10752': 'guerra|bélico|bélica|bélicas|bélicos|de guerra',
    '10762': 'infantil|infantiles|niños|para niños|para los niños|para peques|para mis hijos',
    '10763': 'noticias',
    '10764': 'reality|realities|reality show|reality shows',
    '10766': 'telenovela|telenovelas|culebrón|culebrones',
    '10767': 'entrevistas|talk show|talk shows',
    '10770': 'telefilme|película de tv|películas de tv',
    '28 12': 'acción y aventura|acción y aventuras',
    '878 14': 'ciencia ficción y fantasía',
    '35 10749': 'comedia romántica|comedias románticas|romcom|rom-com',
  },
  regions: {
    US: 'eeuu|ee uu|estados unidos|los estados unidos|usa',
    GB: 'reino unido|el reino unido|inglaterra|gran bretaña',
    NL: 'holanda',
    KR: 'corea',
  },
  bounds: {
    to: 'menos de #|de menos de #|hasta #|de hasta #|como máximo #|máximo #|un máximo de #|max #|no más de #|no más larga de #|no más largas de #|no más largo de #|a lo sumo #|por debajo de #|que dure menos de #|que duren menos de #|más corta que #|más corto que #|que no pase de #|que no dure más de #|tengo #|tenemos #|# como máximo|# máximo|# max|# o menos|# a lo sumo',
    before:
      'antes de #|antes del #|de antes de #|de antes del #|anteriores a #|anterior a #|más antigua que #|más antiguas que #',
    from: 'más de #|de más de #|al menos #|por lo menos #|mínimo #|como mínimo #|un mínimo de #|no menos de #|más larga que #|más largo que #|más de #|desde #|desde el #|a partir de #|a partir del #|que dure más de #|# o más|# mínimo|# como mínimo|# por lo menos|# al menos|# en adelante|# para arriba',
    after: 'después de #|después del #|posteriores a #|posterior a #|más recientes que #|más nueva que #',
    in: 'en #|de #|del #|del año #|el año #|año #|en el #|estrenadas en #|estrenada en #|estrenadas el #|entre #|entre el #',
    around:
      'alrededor de #|cerca de #|unos #|de unos #|unas #|más o menos #|aproximadamente #|# aproximadamente|# más o menos|sobre los #',
    last: 'últimos #|últimas #|los últimos #|de los últimos #',
  },
  ranges: 'a|y|hasta|al',
  units: { minute: 'minutos|minuto|min|mins', hour: 'horas|hora|h|hs|hrs', year: 'años|año' },
  numbers: {
    '1': 'un|una|uno',
    '2': 'dos',
    '3': 'tres',
    '4': 'cuatro',
    '5': 'cinco',
    '6': 'seis',
    '7': 'siete',
    '8': 'ocho',
    '9': 'nueve',
    '10': 'diez',
    '11': 'once',
    '12': 'doce',
    '0.5': 'media',
    '90': 'noventa',
    '100': 'cien',
  },
  half: 'y media|y medio',
  decadeMarks: 'años #|los años #|década de #|década de los #|la década de #|los #',
  decades: {
    '1920': 'los veinte|años veinte',
    '1930': 'los treinta|años treinta',
    '1940': 'los cuarenta|años cuarenta',
    '1950': 'los cincuenta|años cincuenta|cincuentas',
    '1960': 'los sesenta|años sesenta|sesentas',
    '1970': 'los setenta|años setenta|setentas|setenteras',
    '1980': 'los ochenta|años ochenta|ochentas|ochentera|ochenteras|ochentero',
    '1990': 'los noventa|años noventa|noventas|noventera|noventeras',
    '2000': 'los dos mil|años dos mil|dos miles',
  },
  thisYear: 'este año|de este año|del año actual',
  lastYear: 'el año pasado|año pasado|del año pasado',
  places: 'en #|disponible en #|disponibles en #|que se pueda ver en #',
  services: 'en #|por #|de #',
  negators:
    'no #|sin #|nada de #|nada #|nada que #|ninguna #|ningún #|excepto #|salvo #|menos #|todo menos #|cualquier cosa menos #|excluyendo #|ni #|nunca #|jamás #|tampoco #|no quiero #|odio #|detesto #|en vez de #|en lugar de #|harto de #|harta de #|evitar #|que no sea #|que no sean #|aparte de #|quitando #',
  turns: 'pero|sino|sólo|solo|solamente|mejor|en cambio|prefiero|quiero|queremos|muéstrame|dame|ponme',
  opaque:
    'como|parecida a|parecidas a|parecido a|tipo|estilo|al estilo de|con|dirigida por|dirigidas por|protagonizada por|protagonizadas por|por|basada en|basadas en|ambientada en|ambientadas en|que ocurre|que ocurren|que transcurre|que transcurren|que se desarrolla|rodada en|rodadas en|donde|cuyo|cuando|titulada|llamada|padre de familia|family guy',
  topics: 'sobre|acerca de|que trate de|que traten de|que hable de',
  vague: {
    short: 'corta|cortas|corto|cortos|cortita|no larga|breve',
    notLong:
      'no muy larga|no muy largo|no muy largas|no demasiado larga|no sea muy larga|no sea demasiado larga|no sea tan larga|no tan larga|no sean muy largas|no sea muy largo|que no sea muy larga|que no sea larga',
    long: 'larga|largas|largo|largos|no muy corta',
    new: 'nueva|nuevas|nuevo|nuevos|reciente|recientes|estreno|estrenos|novedad|novedades|actual|actuales',
    old: 'vieja|viejas|viejo|viejos|antigua|antiguas|antiguo|antiguos|clásica|clásicas|clásico|clásicos',
  },
  unsupported: {
    rating:
      'valorada|valoradas|mejor valoradas|mejores valoradas|las mejor valoradas|puntuación|calificación|calificadas|mejor calificadas|mejor|mejores|imdb|estrellas|popular|populares|top|obra maestra|tendencia|recomendadas por la crítica|bien valorada|bien valoradas',
    awards: 'óscar|óscars|oscar|oscars|goya|premio|premios|premiada|premiadas|ganadora|ganadoras|ganadoras del óscar',
    quality: '4k|hd|uhd|hdr|3d|blanco y negro',
    price: 'gratis|gratuita|gratuitas|gratuito|alquilar|comprar|de pago',
    language:
      'subtítulos|subtitulada|subtituladas|con subtítulos|sin subtítulos|doblada|dobladas|versión original|vose|vos|en inglés|en español|en castellano|en francés|en coreano|en japonés|en alemán|en italiano|en catalán|en latino|español latino',
    age: 'para adultos|para mayores|mayores de|para adolescentes|apta|aptas|apto para todos',
    origin:
      'española|españolas|español|españoles|mexicana|mexicanas|mexicano|argentina|argentinas|argentino|colombiana|colombianas|americana|americanas|estadounidense|inglesa|inglesas|británica|británicas|francesa|francesas|francés|alemana|alemanas|italiana|italianas|coreana|coreanas|coreano|coreanos|japonesa|japonesas|japonés|china|chinas|india|indias|turca|turcas|sueca|suecas|nórdica|nórdicas|rusa|rusas|brasileña|brasileñas|europea|europeas|asiática|asiáticas|extranjera|extranjeras|latina|latinas|bollywood|hollywood|k-drama|k-dramas|doramas|dorama',
  },
  joiners: 'o|u|y|e|o bien',
  filler:
    'un|una|unos|unas|el|la|los|las|lo|de|del|al|a|en|que|qué|cuál|me|te|se|nos|le|mi|tu|su|yo|tú|es|son|sea|sean|está|están|hay|algo|alguna|alguno|algún|algunas|algunos|todo|todos|todas|toda|cualquier|cualquiera|cosa|cosas|quiero|quiere|queremos|quisiera|quisiéramos|querría|puedes|puede|podrías|podemos|pon|ponme|busca|busco|buscar|buscame|encuentra|encuéntrame|muestra|muestrame|muéstrame|enséñame|dame|recomienda|recomiéndame|recomiendas|recomendación|necesito|ver|mirar|viendo|esta noche|noche|hoy|ahora|mañana|domingo|sábado|viernes|fin de semana|tarde|para|por|porfa|por favor|gracias|hola|buenas|bueno|buena|buenos|buenas|bonita|linda|chula|genial|muy|más|bien|ganas|ganas de|tengo ganas de|me apetece|apetece|dure|duren|duración|dura|estrenada|estrenadas|disponible|disponibles|título|títulos|género|del género|época|tipo de|si es posible|y también|también|además|nada más que|nada mas que|no me canso de|no me canso de los|no me canso de las|me canso de|por qué no|no importa|da igual|no solo|no sólo|temporada|temporadas|la tele|tele|año|años|con ganas|eso|esa|ese|entonces|qué hay|otra cosa',
  endings: 's|es',
  neighbors:
    'comida|comedor|comidas|comediante|seriedad|serios|miedos|medio|guerras|tierra|error|ferrer|músico|músicas|drams|mysterio|filma|firme|firmes|filtro|dramón|acciones|accion|romances|romana|romano|familias|serias|seria|infantería',
};
