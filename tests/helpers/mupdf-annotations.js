/* Run by `mutool run FILE.js PDF PAGE...`: what MuPDF sees of the annotations on these pages, and the letters that it finds under each one's quads. */
var doc = new Document(scriptArgs[0]);
function middle(quad) { return [(quad[0] + quad[2] + quad[4] + quad[6]) / 4, (quad[1] + quad[3] + quad[5] + quad[7]) / 4]; }
function inside(box, at) { return at[0] >= box[0] && at[0] <= box[2] && at[1] >= box[1] && at[1] <= box[3]; }
function boxOf(quad) {
  return [Math.min(quad[0], quad[2], quad[4], quad[6]), Math.min(quad[1], quad[3], quad[5], quad[7]), Math.max(quad[0], quad[2], quad[4], quad[6]), Math.max(quad[1], quad[3], quad[5], quad[7])];
}
function nothing() {}
var found = [];
scriptArgs.slice(1).forEach(function (number) {
  var page = doc.loadPage(Number(number) - 1);
  var letters = [];
  page.toStructuredText('preserve-ligatures').walk({ beginTextBlock: nothing, endTextBlock: nothing, beginLine: nothing, endLine: nothing, onImageBlock: nothing, onChar: function (letter, origin, font, size, quad) { letters.push([letter, middle(quad)]); } });
  page.getAnnotations().forEach(function (annotation) {
    var type = annotation.getType();
    var quads = type === 'Highlight' || type === 'Underline' || type === 'StrikeOut' ? annotation.getQuadPoints().map(boxOf) : [];
    var under = letters.filter(function (letter) { return quads.some(function (box) { return inside(box, letter[1]); }); }).map(function (letter) { return letter[0]; }).join('');
    found.push({ page: Number(number), type: type, contents: annotation.getContents(), colour: annotation.getColor(), date: Number(annotation.getModificationDate()), under: under });
  });
});
print(JSON.stringify(found));
