// A photograph as a telephone takes it: it says where it was taken, and on which side it was held.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { here } from "./program.mjs";

/** One entry of a directory of TIFF 6.0, whose value is at an offset or is short enough to stand in it. */
function entry(tag, type, count, value) {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16BE(tag, 0);
  bytes.writeUInt16BE(type, 2);
  bytes.writeUInt32BE(count, 4);
  if (type === 3) bytes.writeUInt16BE(value, 8);
  else if (typeof value === "string") bytes.write(value, 8, "latin1");
  else bytes.writeUInt32BE(value, 8);
  return bytes;
}

function directory(...entries) {
  const count = Buffer.alloc(2);
  count.writeUInt16BE(entries.length);
  return Buffer.concat([count, ...entries, Buffer.alloc(4)]);
}

function degrees(...parts) {
  const bytes = Buffer.alloc(24);
  parts.forEach((part, at) => {
    bytes.writeUInt32BE(part, at * 8);
    bytes.writeUInt32BE(1, at * 8 + 4);
  });
  return bytes;
}

/** The clean picture. */
export const clean = () => readFile(join(here, "photo.jpg"));

/** The same with Exif 2.32: the place, who owns the camera, and the side (1 is upright, 6 is turned to the right). */
export async function photograph(side = 1) {
  const picture = await clean();
  // The header, the first directory with three entries, that of the place with four, then what they point to.
  const place = 8 + 2 + 3 * 12 + 4;
  const values = place + 2 + 4 * 12 + 4;
  const owner = Buffer.from("Zineb Secrète\0", "latin1");
  const tiff = Buffer.concat([
    Buffer.from("MM\0*\0\0\0\b", "latin1"),
    directory(entry(0x0112, 3, 1, side), entry(0x013b, 2, owner.length, values + 48), entry(0x8825, 4, 1, place)),
    directory(entry(1, 2, 2, "N\0"), entry(2, 5, 3, values), entry(3, 2, 2, "W\0"), entry(4, 5, 3, values + 24)),
    degrees(34, 1, 15),
    degrees(6, 50, 9),
    owner,
  ]);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([picture.subarray(0, 2), head, body, picture.subarray(2)]);
}
