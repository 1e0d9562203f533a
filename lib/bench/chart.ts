import { figures, type FigureName } from './figures';
import type { BenchResult } from './report';

/** The lines of the chart, in seconds; a flat line is a figure that does not grow with the archive. */
const lines: { name: FigureName; color: string }[] = [
  { name: 'coldSeconds', color: '#7a1f1f' },
  { name: 'editSeconds', color: '#1f4e7a' },
  { name: 'unchangedSeconds', color: '#5b6b1f' },
  { name: 'searchP95', color: '#7a4f1f' },
  { name: 'articleMiss', color: '#4b1f7a' },
  { name: 'cached', color: '#1f7a6b' },
];

/** In px. */
const [width, height] = [860, 480];
const plot = { left: 70, right: 500, top: 30, bottom: 430 };

/** The powers of ten that the axis of time spans, in seconds. */
const powers = { least: -3, most: 4 };

/** How figures grow with the number of stories, as an SVG picture: both axes in powers of ten. */
export function growthChart({ sizes }: BenchResult): string {
  const [first = 1, last = 1] = [sizes[0]?.size, sizes.at(-1)?.size];
  const span = Math.max(1, Math.log10(last) - Math.log10(first));
  const x = (size: number) => plot.left + ((Math.log10(size) - Math.log10(first)) / span) * (plot.right - plot.left);
  const y = (seconds: number) => {
    const part = (Math.log10(seconds) - powers.least) / (powers.most - powers.least);
    return plot.bottom - part * (plot.bottom - plot.top);
  };
  const drawn = lines.flatMap(({ name, color }) => {
    const points = sizes.flatMap(({ size, figures: measured }) => {
      const value = measured[name];
      return value ? [{ x: x(size), y: y(figures[name].unit === 'ms' ? value / 1000 : value) }] : [];
    });
    return points.length > 0 ? [{ label: figures[name].name, color, points }] : [];
  });
  const labelled = spread(drawn.map((line) => ({ ...line, labelY: line.points.at(-1)?.y ?? 0 })));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">`,
    `<title>How long things take, by the number of stories</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...Array.from({ length: powers.most - powers.least + 1 }, (_, index) => {
      const seconds = 10 ** (powers.least + index);
      const text = seconds < 1 ? `${seconds * 1000} ms` : `${seconds.toLocaleString('en')} s`;
      return `<path d="M${plot.left} ${at(y(seconds))}H${plot.right}" stroke="#ddd"/><text x="${plot.left - 8}" y="${at(y(seconds) + 4)}" text-anchor="end" fill="#333">${text}</text>`;
    }),
    ...sizes.map(
      ({ size }) =>
        `<text x="${at(x(size))}" y="${plot.bottom + 24}" text-anchor="middle" fill="#333">${size.toLocaleString('en')} stories</text>`,
    ),
    ...labelled.map(({ label, color, points, labelY }) => {
      const path = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(point.x)} ${at(point.y)}`).join('');
      const dots = points.map((point) => `<circle cx="${at(point.x)}" cy="${at(point.y)}" r="3.5" fill="${color}"/>`);
      const text = `<text x="${plot.right + 14}" y="${at(labelY + 4)}" fill="${color}">${label}</text>`;
      return `<path d="${path}" fill="none" stroke="${color}" stroke-width="2"/>${dots.join('')}${text}`;
    }),
    '</svg>',
    '',
  ].join('\n');
}

/** Moves labels that would lie on each other apart, from the top down. */
function spread<T extends { labelY: number }>(labels: T[]): T[] {
  const lineHeight = 17;
  let free = -Infinity;
  return labels
    .toSorted((a, b) => a.labelY - b.labelY)
    .map((label) => {
      const labelY = Math.max(label.labelY, free);
      free = labelY + lineHeight;
      return { ...label, labelY };
    });
}

function at(coordinate: number): string {
  return coordinate.toFixed(1);
}
