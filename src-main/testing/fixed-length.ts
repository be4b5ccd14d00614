/**
 * What has to be appended to an ONNX model so that its input takes `frames` frames and no other number, as the usual
 * export of Whisper's encoder does: messages of protobuf that follow each other are one
 * (https://protobuf.dev/programming-guides/encoding/#last-one-wins; fields by onnx.proto).
 */
export function fixedLength(input: string, frames: number): Buffer {
  const zeros = field(5, [
    number(1, frames),
    number(2, FLOAT),
    text(8, 'fixed.zeros'),
    text(9, '\0'.repeat(frames * 4)),
  ])
  const add = field(1, [text(1, input), text(1, 'fixed.zeros'), text(2, 'fixed.sum'), text(4, 'Add')])
  // what nobody asks for is left out of a graph
  const output = field(12, [text(1, 'fixed.sum'), field(2, [field(1, [number(1, FLOAT)])])])
  return field(7, [add, zeros, output])
}

const FLOAT = 1

const varint = (value: number): Buffer =>
  value < 128 ? Buffer.from([value]) : Buffer.concat([Buffer.from([(value & 127) | 128]), varint(value >> 7)])
const number = (id: number, value: number) => Buffer.concat([varint(id << 3), varint(value)])
const field = (id: number, parts: readonly Buffer[]) => {
  const content = Buffer.concat(parts)
  return Buffer.concat([varint((id << 3) | 2), varint(content.length), content])
}
const text = (id: number, content: string) => field(id, [Buffer.from(content)])
