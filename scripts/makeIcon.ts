/**
 * Draws `images/icon.png`: a parent row that goes (dashed), and what hangs on it, one child going too and one that
 * stays. Run it again after changing the picture: `node scripts/makeIcon.ts`.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";

const size = 256;
/** Samples per pixel side; the average of them smooths the edges. */
const samples = 4;

type Colour = readonly [red: number, green: number, blue: number];

const ground: Colour = [24, 32, 47];
const staying: Colour = [94, 203, 161];
const going: Colour = [240, 98, 98];
const line: Colour = [130, 145, 170];

/** Signed distance in pixels from a point to a rounded box; negative inside. */
function boxDistance(x: number, y: number, [left, top, width, height, radius]: Box): number {
  const dx = Math.abs(x - left - width / 2) - width / 2 + radius;
  const dy = Math.abs(y - top - height / 2) - height / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

type Box = readonly [left: number, top: number, width: number, height: number, radius: number];

const picture: Box = [0, 0, size, size, 44];
const parent: Box = [76, 38, 104, 56, 14];
const goingChild: Box = [30, 162, 88, 56, 14];
const stayingChild: Box = [138, 162, 88, 56, 14];
const stroke = 11;

function onOutline(x: number, y: number, box: Box): boolean {
  return Math.abs(boxDistance(x, y, box)) < stroke / 2;
}

function dashed(x: number, y: number): boolean {
  return (x + y) % 26 < 15;
}

function onConnector(x: number, y: number): boolean {
  const trunk = Math.abs(x - 128) < 4 && y > 94 && y < 132;
  const branch = Math.abs(y - 128) < 4 && x > 70 && x < 186;
  const drops = (Math.abs(x - 74) < 4 || Math.abs(x - 182) < 4) && y > 124 && y < 162;
  return trunk || branch || drops;
}

/** Null outside the rounded picture. */
function colourAt(x: number, y: number): Colour | null {
  if (boxDistance(x, y, picture) > 0) return null;
  if (onOutline(x, y, parent)) return dashed(x, y) ? going : ground;
  if (onOutline(x, y, goingChild)) return dashed(x, y) ? going : ground;
  if (onOutline(x, y, stayingChild) || boxDistance(x, y, stayingChild) < 0) return staying;
  return onConnector(x, y) ? line : ground;
}

function pixel(column: number, row: number): readonly [number, number, number, number] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let sample = 0; sample < samples * samples; sample += 1) {
    const x = column + ((sample % samples) + 0.5) / samples;
    const y = row + (Math.floor(sample / samples) + 0.5) / samples;
    const colour = colourAt(x, y);
    if (colour === null) continue;
    covered += 1;
    for (const channel of [0, 1, 2] as const) sum[channel] = (sum[channel] ?? 0) + colour[channel];
  }
  const [red = 0, green = 0, blue = 0] = sum.map((value) => (covered === 0 ? 0 : Math.round(value / covered)));
  return [red, green, blue, Math.round((255 * covered) / samples ** 2)];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const rows: number[] = [];
for (let row = 0; row < size; row += 1) {
  rows.push(0);
  for (let column = 0; column < size; column += 1) rows.push(...pixel(column, row));
}
const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8);
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const compressed = deflateSync(Buffer.from(rows), { level: 9 });
writeFileSync(
  join(import.meta.dirname, "..", "images", "icon.png"),
  Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", compressed), chunk("IEND", Buffer.alloc(0))]),
);
