import ByteCoding

extension ByteWriter {
  mutating func write(_ layout: IndexLayout) {
    write(bytes: layout.head.json[...])
    write(layout.head.files) { $0.write($1) }
    write(layout.synonyms)
    write(layout.shards) { writer, shard in
      writer.write(shard.first)
      writer.write(shard.file)
      writer.write(shard.positions)
    }
    for run in [layout.forward, layout.backward] {
      write(run) { writer, shard in
        writer.write(bytes: shard.firstForm[...])
        writer.write(shard.file)
      }
    }
    write(layout.blocks) { $0.write($1) }
  }
}

extension ByteReader {
  mutating func indexLayout() throws(CorruptData) -> IndexLayout {
    IndexLayout(
      head: IndexHead(
        json: Array(try slice()),
        files: try list { reader throws(CorruptData) in try reader.text() }),
      synonyms: try text(),
      shards: try list { reader throws(CorruptData) in
        IndexLayout.Shard(
          first: try reader.wordKey(), file: try reader.text(), positions: try reader.text())
      },
      forward: try spelling(), backward: try spelling(),
      blocks: try list { reader throws(CorruptData) in try reader.text() })
  }

  private mutating func spelling() throws(CorruptData) -> [IndexLayout.Spelling] {
    try list { reader throws(CorruptData) in
      IndexLayout.Spelling(firstForm: Array(try reader.slice()), file: try reader.text())
    }
  }
}
