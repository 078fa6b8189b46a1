-- What pandoc read of a document, made plain: a sheet has the styles, the widths and the places of its theme.
-- What changes is told on standard error, a line each: archipel, a kind, the heading above, a detail.

local place = ''
local told = 0

local function tell(kind, detail)
  told = told + 1
  if told > 1000 then return end
  local function line(text) return (text:gsub('%s+', ' '):sub(1, 300)) end
  io.stderr:write('archipel\t' .. kind .. '\t' .. line(place) .. '\t' .. line(detail) .. '\n')
end

local words = pandoc.utils.stringify
local notes = {}

local function has_class(element, set)
  for _, class in ipairs(element.classes) do
    if set[class] then return true end
  end
  return false
end

-- Notes that HTML keeps at its end: those of Google Docs (#ftnt1) and of pandoc (#fn1).

local function without_back_links(inlines)
  return inlines:filter(function(inline)
    return not (inline.t == 'Link' and inline.target:match('^#f[nt]+_?ref%d+$'))
  end)
end

local function note_number(identifier) return identifier:match('^fn(%d+)$') end

local function collect(blocks)
  local kept = pandoc.List()
  for _, block in ipairs(blocks) do
    local first = (block.t == 'Para' or block.t == 'Plain') and block.content[1]
    local google = first and first.t == 'Link' and first.target:match('^#ftnt_ref(%d+)$')
    if google then
      local content = without_back_links(block.content)
      if content[1] and content[1].t == 'Space' then content:remove(1) end
      notes['ftnt' .. google] = {pandoc.Para(content)}
    elseif block.t == 'Div' then
      local number = note_number(block.identifier)
      if number then
        notes['fn' .. number] = block.content
      else
        block.content = collect(block.content)
        local rules_only = true
        for _, inner in ipairs(block.content) do rules_only = rules_only and inner.t == 'HorizontalRule' end
        if not rules_only then kept:insert(block) end
      end
    elseif block.t == 'OrderedList' then
      local items = pandoc.List()
      for _, item in ipairs(block.content) do
        local rest = collect(item)
        if #rest > 0 then items:insert(rest) end
      end
      if #items > 0 then
        block.content = items
        kept:insert(block)
      end
    else
      kept:insert(block)
    end
  end
  return kept
end

local function gather(document)
  if document.meta.title then
    io.stderr:write('archipel\ttitle\t\t' .. words(document.meta.title):gsub('%s+', ' ') .. '\n')
  end
  for _, key in ipairs({'author', 'date', 'subtitle', 'abstract', 'keywords'}) do
    local value = document.meta[key]
    if value and words(value) ~= '' then tell('meta-' .. key, words(value)) end
  end
  document.blocks = collect(document.blocks)
  return document
end

-- Cells of Markdown hold one line.

local function join(parts)
  local joined = pandoc.List()
  for index, part in ipairs(parts) do
    if index > 1 then joined:insert(pandoc.RawInline('html', '<br>')) end
    joined:extend(part)
  end
  return joined
end

local function lines_of(blocks)
  local lines = pandoc.List()
  for _, block in ipairs(blocks) do
    if block.t == 'BulletList' or block.t == 'OrderedList' then
      for _, item in ipairs(block.content) do lines:extend(lines_of(item)) end
    elseif block.t == 'Para' or block.t == 'Plain' or block.t == 'Header' then
      lines:insert(block.content:map(function(inline)
        return inline.t == 'LineBreak' and pandoc.RawInline('html', '<br>') or inline
      end))
    else
      local inlines = pandoc.utils.blocks_to_inlines({block})
      if #inlines > 0 then lines:insert(inlines) end
    end
  end
  return lines
end

local function flatten_rows(rows)
  for _, row in ipairs(rows) do
    for index, cell in ipairs(row.cells) do
      if cell.row_span > 1 or cell.col_span > 1 then tell('merged-cell', words(cell.contents)) end
      local lines = lines_of(cell.contents)
      cell.contents = #lines > 0 and {pandoc.Plain(join(lines))} or {}
      row.cells[index] = cell
    end
  end
end

local function is_elsewhere(target)
  local scheme = target:match('^(%a[%w+.-]*):')
  return not scheme or not ({http = 1, https = 1, mailto = 1, tel = 1})[scheme:lower()]
end

local function decoded(text)
  return (text:gsub('%%(%x%x)', function(digits) return string.char(tonumber(digits, 16)) end))
end

local clean = {
  traverse = 'topdown',
  Header = function(header)
    place = words(header)
    local content = header.content:walk({Strong = function(strong) return strong.content end})
    if place == '' then return {} end
    return pandoc.Header(header.level, content)
  end,
  Image = function(image)
    return pandoc.Image(image.caption, image.src)
  end,
  Link = function(link)
    local note = notes[link.target:match('^#(.*)$') or '']
    if note then return pandoc.Note(note) end
    if link.target:match('^#f[nt]+_?ref%d+$') then return {} end
    local behind = link.target:match('^https?://www%.google%.com/url%?q=([^&]+)')
    if behind then link.target = decoded(behind) end
    if is_elsewhere(link.target) then
      -- A place in a document is lost with its table of contents; the page makes one of its own.
      if link.target ~= '' then tell('link', link.target) end
      return link.content
    end
    return pandoc.Link(link.content, link.target)
  end,
  Superscript = function(raised)
    local only = raised.content[1]
    local note = #raised.content == 1 and only.t == 'Link' and notes[only.target:match('^#(.*)$') or '']
    if note then return pandoc.Note(note) end
  end,
  Span = function(span)
    local content = span.content
    if has_class(span, slanted) then content = {pandoc.Emph(content)} end
    if has_class(span, bold) then content = {pandoc.Strong(content)} end
    return content
  end,
  Div = function(div) return div.content end,
  SmallCaps = function(caps) return caps.content end,
  Underline = function(line) return line.content end,
  CodeBlock = function(block)
    return pandoc.CodeBlock(block.text, {class = block.classes[1]})
  end,
  Code = function(code) return pandoc.Code(code.text) end,
  RawBlock = function(raw) tell('raw', raw.format .. ' ' .. raw.text) return {} end,
  RawInline = function(raw)
    if raw.text == '<br>' then return nil end
    tell('raw', raw.format .. ' ' .. raw.text)
    return {}
  end,
  LineBlock = function(block) return pandoc.Para(join(block.content)) end,
  DefinitionList = function(list)
    local blocks = pandoc.List()
    for _, item in ipairs(list.content) do
      blocks:insert(pandoc.Para({pandoc.Strong(item[1])}))
      for _, definition in ipairs(item[2]) do blocks:extend(definition) end
    end
    return blocks
  end,
  Table = function(one)
    for index, column in ipairs(one.colspecs) do one.colspecs[index] = {column[1], nil} end
    flatten_rows(one.head.rows)
    for _, body in ipairs(one.bodies) do
      flatten_rows(body.head)
      flatten_rows(body.body)
    end
    flatten_rows(one.foot.rows)
    -- A table of Markdown has a first line; those of word processors often do not say which it is.
    local body = one.bodies[1]
    local said = ''
    for _, row in ipairs(one.head.rows) do
      for _, cell in ipairs(row.cells) do said = said .. words(cell.contents) end
    end
    if said == '' and body and #body.body > 0 then
      local rows, head = body.body, one.head
      head.rows = {rows[1]}
      rows:remove(1)
      body.body = rows
      one.head = head
      one.bodies[1] = body
    end
    local caption = one.caption.long
    one.caption = {long = {}, short = nil}
    if #caption > 0 then
      return {pandoc.Para(lines_of(caption)[1] or {}), one}
    end
    return one
  end,
}

return {{Pandoc = gather}, clean}
