import type { FilterSpec, MediaType } from '../filters/filterSpec.js';
import type { UnsupportedWish, VagueWish } from './language.js';
import { nothing, type Meaning } from './promptIndex.js';
import { isJoiner, MOST_MINUTES, quantityReader, type Quantity, type QuantityFilters } from './quantities.js';
import { isUnknown, isUnknownWord, type Token } from './tokens.js';

/** Words of a text that belong together, and what they say. Offsets are those of the folded text. */
export type Finding = { readonly start: number; end: number } & (
  | {
      readonly kind: 'type';
      readonly type: MediaType;
      /** What else the word says: a "K-drama" is a series, but not each series is one. */
      readonly reason?: UnsupportedWish | undefined;
    }
  | {
      readonly kind: 'ids';
      readonly ids: NonNullable<Meaning['ids']>;
      /** Type of a word that is both: "Kriegsfilm". */
      readonly type?: MediaType | undefined;
      /** Whether the words can mean something else, so that the user must choose. */
      readonly isUnsure?: boolean;
      /** What else they can mean. */
      readonly other?: FilterSpec | undefined;
    }
  | { readonly kind: 'filters'; readonly said: QuantityFilters }
  | { readonly kind: 'vague'; readonly wish: VagueWish }
  | { readonly kind: 'rest'; readonly reason?: UnsupportedWish | 'negation' | 'name' | 'replaced' }
);

/** Words that are not applied: after a negator, or after a word such as "starring". */
interface Scope {
  readonly isNegation: boolean;
  readonly start: number;
  end: number;
  /** What its words say. The type is that of a single word. */
  type?: MediaType | undefined;
  reason?: UnsupportedWish | undefined;
  /** Whether it has anything but watch providers and regions. */
  hasOthers?: boolean;
  /** Index after its last comma, and where its words before that end. */
  comma?: { readonly next: number; readonly end: number };
  isOpaque: boolean;
  /** Whether a closing word ends it. */
  readonly isShort: boolean;
  /** Whether it is the beginning of a word: "non-". It excludes this word only. */
  readonly isAffix: boolean;
  /** Whether its negator is filler too: Turkish "ne" can ask for films. */
  readonly isUnsure: boolean | undefined;
}

const STOP = /[.!?;。…]/;
const COMMA = /[,、،:()]/;
const CLAUSE_END = /[.!?;。…,、،)]/;

/**
 * Returns what the tokens of a text say, from left to right.
 *
 * @param isCapital whether a word starts with a capital.
 * @param nounsAreCapital whether it takes two unknown words with a capital to make a title, since nouns have one.
 */
export function findingsOf(
  tokens: readonly Token[],
  day: string,
  isCapital: (token: Token) => boolean,
  nounsAreCapital: boolean | undefined,
): Finding[] {
  const findings: Finding[] = [];
  let scope: Scope | undefined;
  /** Start of the words that a negator after them can exclude. */
  let barrier = 0;
  /** End of the last comma, and of the last mark. */
  let [comma, markEnd] = [0, 0];
  /** Number of findings that later ones of their kind replace. */
  let corrected = 0;
  const meaningAt = (index: number): Meaning => tokens[index]?.meaning ?? nothing;
  /** Whether a word is "in", "on" or the like. */
  const isPlace = (index: number) => (meaningAt(index).place ?? meaningAt(index).service) === 'pre';
  const isName = (index: number) => isUnknownWord(tokens[index]);
  const quantityAt = quantityReader(tokens, day);
  let at = 0;
  while (at < tokens.length) at = readAt(at);
  endScope();
  return withCorrections();

  function withCorrections(): Finding[] {
    if (!corrected) return findings;
    const kindOf = (finding: Finding) => (finding.kind === 'ids' ? Object.keys(finding.ids)[0] : finding.kind);
    const last = new Set(findings.slice(corrected).map(kindOf));
    return findings.map((finding, index) => {
      const { start, end } = finding;
      return index < corrected && last.has(kindOf(finding))
        ? { start, end, kind: 'rest', reason: 'replaced' }
        : finding;
    });
  }

  /** Reads the token at an index, and returns the next index. */
  function readAt(index: number): number {
    const token = tokens[index]!;
    if (isUnknownWord(token)) return readWord(index, nothing);
    const meaning = token.meaning ?? nothing;
    if (token.mark) markEnd = token.end;
    const quantity = token.mark && !meaning.pre ? undefined : quantityAt(index);
    if (quantity && !(quantity.isBareYear && isInTitle(index, quantity.next))) return readQuantity(index, quantity);
    if (token.mark && !meaning.range && !meaning.joiner) {
      readMark(token, index + 1);
      return index + 1;
    }
    if (meaning.correction && scope?.end !== 0) {
      endScope();
      corrected = findings.length;
      return index + 1;
    }
    // In "don't show me" and "no war, don't give me horror", the wish follows the negator at once.
    if (meaning.turn && scope?.end !== 0 && !meaningAt(index - 1).not) {
      // "no horror, comedies only"
      const last = isClauseEnd(index + 1) && scope?.comma;
      if (last) scope!.end = last.end;
      endScope();
      if (last) return last.next;
      // "horror rather not"
      if (!meaningAt(afterFiller(index + 1)).not) barrier = token.end;
      return index + 1;
    }
    if (meaning.not === 'pre') {
      // "no gore, no series"
      if (scope?.comma?.end === scope?.end) endScope();
      // "everything but, you know, horror"
      const word = afterFiller(index + 2);
      const next = isName(word) || meaningAt(word).correction ? word + 1 : word;
      const isAside = tokens[index + 1]?.mark === ',' && tokens[next]?.mark === ',';
      const isEnd = !scope && isClauseEnd(index + 1);
      const last = findings.at(-1);
      if (isEnd) {
        excludeBefore(token, 'negation');
        // "comedy, no, thriller"
        if (findings.at(-1) === last) corrected = findings.length;
      }
      if (!isEnd || isAside) scope ??= scopeAt(token, true, meaning.isAffix ?? tokens[index + 1]?.mark === '-');
      return isAside ? next + 1 : index + 1;
    }
    if (meaning.not === 'post') {
      excludeBefore(token, 'negation');
      return index + 1;
    }
    if (meaning.opaque === 'post') {
      excludeBefore(token, 'name');
      return index + 1;
    }
    if (meaning.closing && scope?.isShort && (scope.end > 0 || !scope.isNegation)) {
      endScope();
      barrier = token.end;
      return index + 1;
    }
    const next = afterFiller(index + 1);
    if (meaning.service === 'pre' && meaningAt(next).ids?.watchProviders) {
      if (scope && (scope.isOpaque || scope.hasOthers)) endScope();
      if (!scope) return readProvider(next, true);
    } else if (meaning.place === 'pre' && regionAfter(index)) {
      if (scope && !scope.isOpaque && scope.hasOthers) endScope();
      if (!scope) return readRegions(index, next);
    }
    // "my day was a horror": "was" says something about an unknown word.
    const isOpaque = meaning.opaque === 'pre' && !(meaning.filler && !isUnknown(tokens[index - 1]));
    if (meaning.topic ? !isTopic(next, isOpaque) : isOpaque) {
      if (scope) scope.isOpaque = true;
      else scope = scopeAt(token, false);
      return index + 1;
    }
    return readWord(index, meaning);
  }

  function readMark({ mark = '', end }: Token, next: number): void {
    if (COMMA.test(mark)) comma = end;
    if (STOP.test(mark)) {
      endScope();
      // "Horror? No thanks."
      if (mark !== '?') barrier = end;
    } else if (COMMA.test(mark) && scope) {
      if (!scope.isNegation || (scope.end === 0 && mark !== ':')) endScope();
      else Object.assign(scope, { comma: { next, end: scope.end }, isOpaque: false });
    }
  }

  function readQuantity(index: number, quantity: Quantity): number {
    const { next, said, isBounded } = quantity;
    const [{ start }, { end }] = [tokens[index]!, tokens[next - 1]!];
    // "set in the 80s", 发生在80年代的
    const isBeside = (meaningAt(index).place ?? scope?.isShort) && !scope?.end;
    if (scope && isBounded && (scope.isNegation ? scope.comma : !isBeside)) endScope();
    if (scope) cover({}, end);
    // "born in 2001"
    else if (isUnknown(tokens[index - 1]) && meaningAt(index).place) pushUnknown(index, end);
    else {
      findings.push({ start, end, kind: 'filters', said });
      // "over two hours, no thanks"
      barrier = start;
    }
    if (scope?.isShort && meaningAt(next - 1).closing) endScope();
    return next;
  }

  function readWord(index: number, meaning: Meaning): number {
    const { start, end } = tokens[index]!;
    const { type, ids, vague, reason } = meaning;
    // "not a series, a film"
    if (!ids && type && scope?.comma && scope.type && scope.type !== type) endScope();
    if (scope && (type ?? ids ?? vague ?? reason ?? !isSilent(meaning))) {
      cover(meaning, end);
      if (scope.isAffix) endScope();
      return index + 1;
    }
    if (scope) return index + 1;
    if (ids?.regions && !ids.watchProviders && !ids.genres) return readRegions(index, index);
    if (ids?.watchProviders) return readProvider(index, false);
    if ((meaning.common && !isGenre(index)) || ((type ?? ids) && isOfTitle(index))) pushUnknown(index);
    else if (ids) findings.push({ start, end, kind: 'ids', ids, type });
    else if (type) findings.push({ start, end, kind: 'type', type, reason });
    else if (vague) findings.push({ start, end, kind: 'vague', wish: vague });
    else if (reason) findings.push({ start, end, kind: 'rest', reason });
    else if (!isSilent(meaning)) pushUnknown(index);
    return index + 1;
  }

  /** Whether a common word is a genre: "family movies", "kids, under an hour", but not "kids are asleep". */
  function isGenre(index: number): boolean {
    const { type, joiner, not, opaque, filler } = meaningAt(index + 1);
    if (type) return true;
    // "crime and punishment"
    const next = joiner ? index + 2 : index + 1;
    if (meaningAt(index).common === 'pre') return !isName(next);
    // "cold war", "the sound of music", "two kids", "after the war", "a book on war"
    const from = afterFiller(index - 1, -1);
    const { number, pre, post } = meaningAt(from);
    if (isUnknown(tokens[from]) || Number(number) > 1 || (pre && !post)) return false;
    if (isPlace(index - 1) && !meaningAt(index - 2).type) return false;
    // "my family loves horror"
    return isClauseEnd(index + 1) || !(not ?? opaque ?? ((filler && !isPlace(index + 1)) || isName(afterFiller(next))));
  }

  /** Whether a keyword follows "about"; or a genre "with": "with lots of action", but not "with action hero Max". */
  function isTopic(index: number, isWith: boolean): boolean {
    const { ids, common } = meaningAt(index);
    if (!isWith) return !!ids?.keywords;
    return !!ids?.genres && common !== 'post' && !isName(index + 1);
  }

  /** Reads a watch provider. Its name can be another word, such as "Max" or "primé", unless "on" or another provider is before it. */
  function readProvider(index: number, isAfterService: boolean): number {
    const { start, end, meaning } = tokens[index]!;
    const { ids = {}, pre, post, reason } = meaning!;
    const isSaid = isAfterService || isBeforePlace(index);
    const before = findings.at(-1);
    const isListed =
      (before?.kind === 'ids' && before.ids.watchProviders && !before.isUnsure && isJoiner(tokens[index - 1])) ||
      (isJoiner(tokens[index + 1]) && meaningAt(index + 2).ids?.watchProviders);
    if ((pre ?? post ?? reason) === undefined || isSaid || isListed) {
      if (isSaid) barrier = end;
      findings.push({ start, end, kind: 'ids', ids });
      const place = COMMA.test(tokens[index + 1]?.mark ?? '') ? index + 2 : index + 1;
      return meaningAt(place).ids?.regions ? readRegions(place, place, true) : index + 1;
    }
    const number = tokens[index + 1];
    const other =
      pre === 'to' && number?.digits && number.digits <= MOST_MINUTES
        ? { with_runtime_lte: Math.round(number.digits) }
        : undefined;
    const last = other ? number!.end : end;
    findings.push({ start, end: last, kind: 'ids', ids, isUnsure: true, other });
    return other ? index + 2 : index + 1;
  }

  /** Reads a list of regions. Without a word of availability beside it, it says where a title comes from. */
  function readRegions(from: number, first: number, isAfterProvider = false): number {
    const { start, meaning: place } = tokens[from]!;
    let next = first + 1;
    const regions = [first];
    while (isJoiner(tokens[next]) && regionAfter(next)) {
      regions.push(regionAfter(next)!);
      next = regions.at(-1)! + 1;
    }
    const isAfter = meaningAt(next).place === 'post';
    // "日本のNetflixで": the region of a watch provider.
    const provider = meaningAt(next).service === 'post' ? next + 1 : afterFiller(next);
    const isOfProvider = meaningAt(provider).ids?.watchProviders && isBeforePlace(provider);
    // "living in France": a word such as "in" says where a title is available, unless an unknown word is before it.
    const isPlaced = from < first && !(place?.filler && isUnknown(tokens[from - 1]));
    // "Netflix España" and "Netflix Canada comedies", but not "Netflix Korea dramas" and "Netflix Jordan Peele".
    const isBeside = isAfterProvider && (isClauseEnd(next) || (!isName(next) && !place?.reason));
    const isAvailability = isPlaced || isAfter || isOfProvider || isBeside;
    for (const [position, index] of regions.entries()) {
      const { start: own, end, meaning } = tokens[index]!;
      const { regions: named, ...others } = meaning!.ids!;
      const ids = Object.keys(others).length > 0 ? { regions: named! } : meaning!.ids!;
      if (isAvailability) findings.push({ start: position === 0 ? start : own, end, kind: 'ids', ids });
      else if (!meaning?.filler) findings.push({ start: own, end, kind: 'rest', reason: 'origin' });
    }
    if (isAvailability) barrier = tokens[next - 1]!.end;
    return isAfter ? next + 1 : next;
  }

  /** Returns the index of the region after a word. One that is filler too, such as "us", follows at once. */
  function regionAfter(index: number): number | undefined {
    const next = afterFiller(index + 1);
    const { ids, filler } = meaningAt(next);
    return ids?.regions && !(filler && next > index + 1) ? next : undefined;
  }

  function pushUnknown(index: number, end = tokens[index]!.end): void {
    const last = findings.at(-1);
    if (last?.kind === 'rest' && !last.reason && last.end >= markEnd) last.end = end;
    else findings.push({ start: tokens[index]!.start, end, kind: 'rest' });
  }

  function scopeAt({ start, meaning }: Token, isNegation: boolean, isAffix = false): Scope {
    const { isShort = false, filler: isUnsure } = meaning ?? nothing;
    return { isNegation, isShort, isAffix, isUnsure, start, end: 0, isOpaque: !isNegation };
  }

  function cover({ type, ids, reason }: Meaning, end: number): void {
    const known = scope!;
    known.type = known.isOpaque || known.end || ids || reason ? undefined : type;
    known.end = end;
    known.reason ??= reason;
    known.hasOthers ||= !(ids?.watchProviders ?? ids?.regions);
  }

  function endScope(): void {
    const ended = scope;
    scope = undefined;
    if (!ended?.end) return;
    const { start, end, type, reason = 'name', isNegation, isUnsure } = ended;
    if (isNegation && type && !isUnsure) findings.push({ start, end, kind: 'type', type: otherType(type) });
    else findings.push({ start, end, kind: 'rest', reason: isNegation ? 'negation' : reason });
    barrier = end;
  }

  /** Excludes what stands before a negator; or the name before a word such as みたいな, which stands right beside it. */
  function excludeBefore({ start, end, meaning }: Token, reason: 'negation' | 'name'): void {
    endScope();
    const excluded: Finding[] = [];
    // "horror no, comedy yes": a negator that stands before what it excludes can end its clause too.
    const from = meaning?.not === 'pre' || meaning?.isShort ? Math.max(barrier, comma) : barrier;
    const isBeside = (finding: Finding) => reason === 'negation' || (excluded[0]?.start ?? start) - finding.end <= 1;
    for (let last = findings.at(-1); last && last.start >= from && isBeside(last); last = findings.at(-1)) {
      if (last.kind === 'filters' && excluded.length > 0) break;
      excluded.unshift(last);
      findings.pop();
    }
    const [first, ...others] = excluded;
    if (meaning?.not === 'post' && first?.kind === 'type' && !first.reason && others.length === 0)
      findings.push({ ...first, end, type: otherType(first.type) });
    else if (first) findings.push({ start: first.start, end, kind: 'rest', reason });
    barrier = end;
  }

  /** Whether only filler follows up to a mark. */
  function isClauseEnd(index: number): boolean {
    const following = tokens[afterFiller(index)];
    return !following || CLAUSE_END.test(following.mark ?? '');
  }

  function afterFiller(index: number, step = 1): number {
    let next = index;
    for (let count = 0; count < 3 && isFiller(meaningAt(next)); count += 1) next += step;
    return next;
  }

  /** Whether a word such as で or で見られる follows. */
  function isBeforePlace(index: number): boolean {
    const { service, place } = meaningAt(index + 1);
    return service === 'post' || place === 'post';
  }

  /** Whether a word is a part of a title, because an unknown word with a capital is beside it: "The Comedy of Errors". */
  function isOfTitle(index: number): boolean {
    const isCapitalName = (place: number) => isName(place) && isCapital(tokens[place]!);
    const isBeside = (step: number) => {
      const next = afterFiller(index + step, step);
      return isCapitalName(next) && (!nounsAreCapital || isCapitalName(next + step));
    };
    return isCapital(tokens[index]!) && (isBeside(1) || isBeside(-1));
  }

  /** Whether a year stands beside an unknown word: "Blade Runner 2049", "Agent-2049". */
  function isInTitle(from: number, to: number): boolean {
    return (
      isUnknown(tokens[tokens[from - 1]?.mark === '-' ? from - 2 : from - 1]) || isUnknown(tokens[afterFiller(to)])
    );
  }
}

const isFiller = ({ filler, ids, type }: Meaning) => filler && !(ids ?? type);

const otherType = (type: MediaType): MediaType => (type === 'movie' ? 'tv' : 'movie');

/** Whether a word says nothing alone. */
const isSilent = ({ filler, joiner, range, topic, service, place, decadeMark }: Meaning) =>
  filler ?? joiner ?? range ?? topic ?? (service ?? place ?? decadeMark) !== undefined;
