/** Colors of a poster: its background, its text, and the background and two accents of its picture. */
export interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly field: string;
  readonly bold: string;
  readonly soft: string;
}

const colors: readonly (readonly [ground: string, ink: string, field: string, bold: string, soft: string])[] = [
  ['#14203a', '#f3e9d6', '#243a5e', '#e3a857', '#8fa6c4'],
  ['#2b1619', '#f5e5d2', '#5c2629', '#e0633f', '#edb458'],
  ['#10302b', '#eff1e3', '#1d5048', '#e7b75f', '#8dbb9b'],
  ['#efe6d4', '#23262c', '#2f4a5c', '#d2572f', '#dcc9a3'],
  ['#22282e', '#e8edef', '#394853', '#dd9c55', '#86a9b9'],
  ['#2a1b33', '#f4e8ef', '#50345f', '#f0c27b', '#c0769a'],
  ['#e6d3ae', '#2e2519', '#a9572e', '#f1e3c0', '#3f5c53'],
  ['#0d3742', '#eef4eb', '#17596a', '#f4a259', '#63b7ab'],
  ['#17171a', '#f4f0e8', '#b0262e', '#f0e4ce', '#64181e'],
  ['#31351f', '#f4eedb', '#575c33', '#dd7142', '#c6b25a'],
  ['#d3e0e1', '#1c2b36', '#3b6c8c', '#e06b42', '#b7d0d3'],
  ['#f0dcd2', '#35202a', '#8f3b4c', '#f2b8a0', '#45606f'],
];

/** All palettes for posters. */
export const palettes: readonly Palette[] = colors.map(([ground, ink, field, bold, soft]) => ({
  ground,
  ink,
  field,
  bold,
  soft,
}));
