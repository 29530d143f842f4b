import { index, layout, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  layout('pages.tsx', [index('home.tsx'), route('title/:id', 'title.tsx')]),
  route('api/discovr/*', 'discovr/api.ts'),
] satisfies RouteConfig;
