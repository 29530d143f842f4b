const POSTERS = 60;
const [WIDTH, HEIGHT] = [342, 513];
const COLORS = ['#264653', '#2a9d8f', '#8a5a00', '#9b2226', '#5a189a', '#1d3557', '#386641'];

/** Draws images in the size and format of posters. They need no network, but take as long as posters to decode. */
async function drawPosters() {
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
  const context = canvas.getContext('2d');
  const posters = [];
  for (let index = 0; index < POSTERS; index += 1) {
    const gradient = context.createLinearGradient(0, 0, WIDTH, HEIGHT);
    gradient.addColorStop(0, COLORS[index % COLORS.length]);
    gradient.addColorStop(1, COLORS[(index * 3 + 1) % COLORS.length]);
    context.fillStyle = gradient;
    context.fillRect(0, 0, WIDTH, HEIGHT);
    context.fillStyle = '#fffc';
    for (let dot = 0; dot < 40; dot += 1) context.fillRect((dot * 97 + index * 31) % WIDTH, (dot * 61) % HEIGHT, 9, 9);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
    posters.push(URL.createObjectURL(blob));
  }
  return posters;
}

const posters = await drawPosters();

/** Returns a title as Discovr sends it, with the `objectID` that InstantSearch requires. */
export function titleAt(index) {
  return {
    objectID: `MV_${index}`,
    id: `MV_${index}`,
    type: 'media',
    media_type: 'movie',
    title: `Title number ${index}`,
    poster_path: posters[index % POSTERS],
    backdrop_path: null,
  };
}

/** Returns rows of titles. Each title is in one row only. */
export function rowsOf(rows, items) {
  return Array.from({ length: rows }, (_row, row) => ({
    id: `row_${row}`,
    title: `Row number ${row}`,
    items: Array.from({ length: items }, (_item, item) => titleAt(row * items + item)),
  }));
}
