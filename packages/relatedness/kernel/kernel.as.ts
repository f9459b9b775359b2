// The kernel in AssemblyScript, with the machine's 128-bit vectors: `npm run build:kernel`. Nothing is allocated here; the
// caller lays out the memory. src/kernel/primitives-*.ts do the same in TypeScript and add the same numbers in the same order.
export * from './nearness.as'
export * from './sweep.as'
export * from './cells.as'
export * from './vectors.as'
