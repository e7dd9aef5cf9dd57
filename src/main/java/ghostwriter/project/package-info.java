@org.jspecify.annotations.NullMarked
package ghostwriter.project;
