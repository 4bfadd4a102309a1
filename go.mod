module github.com/dispute-go/dispute

go 1.26.0
