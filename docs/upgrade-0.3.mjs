// Changes the files in folders of an app as the first table of `upgrading.md` says: node upgrade-0.3.mjs src
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const lists = { useLike: 'liked', useDislike: 'disliked', useSuperLike: 'super_liked', useWatchlist: 'watchlist' };
const ids = { useRemoveHistory: 'mediaId', useSelectProfile: 'profileId', useDeleteProfile: 'profileId' };
const names = {
  useSetProgress: 'usePatchHistory',
  useSetPlayback: 'usePatchPlayback',
  ListVariables: 'UpdateListVariables',
  SetProgressVariables: 'PatchHistoryVariables',
};
const props = {
  hrefOf: 'href',
  hasCaption: 'showCaption',
  hasCaptions: 'showCaptions',
  hasRefreshButton: 'showRefreshButton',
  canManage: 'showManagement',
  canSearchGifs: 'showGifSearch',
  canUsePhone: 'showPhoneSignIn',
  form: 'controller',
};
const moved = {
  NavigationStack: ['pageProps', /^(href|show|render|onItem|onFilters|onPage|onSession|heroFollows|autoPlay)/],
  PageFilterDialog: ['formProps', /^(filters|default|createsPage|vocabulary|onFilters|onPage|onSession)/],
};
const components =
  'Rail|DiscovrPage|NavigationStack|MediaCard|ProfilePicker|SignIn|PageFilterFormRoot|PageFilterDialog';

const braces = (depth) => `\\{(?:[^{}]${depth > 0 ? `|${braces(depth - 1)}` : ''})*\\}`;
const attribute = `\\s+(?:([\\w-]+)(?:=("[^"]*"|'[^']*'|${braces(9)}))?|${braces(9)})`;
const tag = new RegExp(`<(${components})((?:${attribute})+)`, 'g');

const upgradeTags = (text) =>
  text.replaceAll(tag, (_, component, attributes) => {
    const [target, isMoved] = moved[component] ?? [];
    const kept = [];
    const fields = [];
    for (const [source, name, value = '{true}'] of attributes.matchAll(new RegExp(attribute, 'g'))) {
      const newName = props[name] ?? name;
      const code = upgradeTags(value.replace(/^\{([^]*)\}$/, '$1'));
      if (!name || !isMoved?.test(newName)) kept.push(upgradeTags(source).replace(name, newName));
      else fields.push(code === newName ? code : `${newName}: ${code}`);
    }
    return `<${component}${kept.join('')}${fields.length > 0 ? ` ${target}={{ ${fields.join(', ')} }}` : ''}`;
  });

function upgrade(before) {
  let text = upgradeTags(before);
  for (const [hook, id] of Object.entries(ids)) {
    for (const [, mutation] of before.matchAll(new RegExp(`const (\\w+) = ${hook}\\(`, 'g'))) {
      text = text.replaceAll(new RegExp(`\\b(${mutation}\\.mutate(?:Async)?\\()([\\w.!]+)`, 'g'), `$1{ ${id}: $2 }`);
    }
  }
  for (const [hook, list] of Object.entries(lists)) {
    text = text.replaceAll(`${hook}()`, `useUpdateList('${list}')`).replaceAll(`${hook}(`, `useUpdateList('${list}', `);
  }
  for (const [name, newName] of Object.entries(names))
    text = text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), newName);
  return text
    .replaceAll(/useDiscovrPage\(([\w.!]+)\)/g, 'useDiscovrPage({ pageId: $1 })')
    .replaceAll(/useDiscovrPage\(([\w.!]+), \{/g, 'useDiscovrPage({ pageId: $1,')
    .replaceAll(/\{([^{}]*)\}(?= from ['"]discovr-react['"])/g, (all, list) => {
      const imported = list.split(',').map((name) => name.trim());
      if (!imported.some((name) => lists[name])) return all;
      return `{ ${[...new Set(imported.map((name) => (lists[name] ? 'useUpdateList' : name)))].join(', ')} }`;
    });
}

for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = `${folder}/${name}`;
    if (!/\.[jt]sx?$/.test(name) || name.includes('node_modules')) continue;
    const before = readFileSync(file, 'utf8');
    const after = upgrade(before);
    if (after !== before) writeFileSync(file, after);
  }
}
