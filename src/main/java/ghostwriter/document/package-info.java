@org.jspecify.annotations.NullMarked
package ghostwriter.document;
