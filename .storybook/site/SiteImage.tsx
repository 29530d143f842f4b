import type { ComponentProps } from 'react';
import { resolvePath } from './resolvePath.js';

const images = import.meta.glob<string>('../../docs/images/*', { eager: true, query: '?url', import: 'default' });

/** Shows an image of the repository. */
export function SiteImage({ file, src = '', alt, ...rest }: ComponentProps<'img'> & { file: string }) {
  return <img {...rest} alt={alt} src={images[`../../${resolvePath(file, src)}`] ?? src} />;
}
