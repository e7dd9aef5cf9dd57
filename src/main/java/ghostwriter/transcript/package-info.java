@org.jspecify.annotations.NullMarked
package ghostwriter.transcript;
