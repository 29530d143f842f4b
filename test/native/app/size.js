// What an app with the provider and three hooks needs of all packages, except React Native itself.
import { DiscovrProvider, useDiscovrPage, usePageFilterForm, useSession } from 'discovr-react/native';

globalThis.used = { DiscovrProvider, useDiscovrPage, usePageFilterForm, useSession };
